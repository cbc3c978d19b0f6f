import type { AnswerKind } from "./answer-kind.js";
import type { Verdict } from "./verdict.js";

/** An exercise of the course. */
export interface ExerciseSheet<Answer = unknown> {
  /** Its notebook's number and its own, such as "03.2". */
  readonly id: string;
  /** 1 for what was just shown, 2 for putting two things together, 3 for something new. */
  readonly stars: 1 | 2 | 3;
  /** The question, in Markdown. */
  readonly statement: string;
  readonly answer: AnswerKind<Answer>;
  /** From a nudge to nearly all; two or more. */
  readonly hints: readonly string[];
  /** Code that runs by itself in a cell; its last expression is an answer. */
  readonly solution: string;
  /** Right, wrong because of a mistake that it names, or cannot tell. */
  judge(answer: Answer): Verdict;
}
