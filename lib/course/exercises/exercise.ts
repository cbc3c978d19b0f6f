import { nearestName, UsageError } from "../../core/index.js";
import { Reply } from "../reply/reply.js";
import { allExercises } from "./all-exercises.js";
import type { ExerciseSheet } from "./exercise-sheet.js";
import { recordExercise } from "./record-exercise.js";
import { cannotTell, Verdict } from "./verdict.js";

/**
 * An exercise of the course by its id; as a cell's last value it shows its question.
 *
 * @throws UsageError for an id that the course does not have
 * @example
 * exercise("00.1").text.slice(0, 15); // "Exercise 00.1 ★"
 */
export function exercise(id: string): Exercise {
  const sheet = allExercises.find((one) => one.id === id);
  if (sheet !== undefined) return new Exercise(sheet);
  const ids = allExercises.map((one) => one.id);
  const meant = nearestName(id, ids);
  throw new UsageError({
    got: `exercise got the id "${id}", which the course does not have.`,
    expected: `one of ${ids.join(", ")}.`,
    fix: `exercise("${meant ?? ids[0]}")`,
  });
}

/** A question that answers back. */
export class Exercise extends Reply {
  readonly #sheet: ExerciseSheet;

  constructor(sheet: ExerciseSheet) {
    super(
      `**Exercise ${sheet.id} ${"★".repeat(sheet.stars)}** ${sheet.statement}\n\nGive ${sheet.answer.words}.`,
    );
    this.#sheet = sheet;
  }

  /**
   * Says whether an answer is right, and if not, which mistake is behind it.
   *
   * @param answer - leave it out, and the question is shown
   */
  check(answer?: unknown): Verdict {
    const verdict = this.#verdict(answer);
    if (verdict.outcome !== "notAttempted")
      recordExercise(this.#sheet.id, { attempts: 1, outcome: verdict.outcome });
    return verdict;
  }

  /**
   * A hint; each gives away more than the one before.
   *
   * @param number - defaults to 1
   */
  hint(number = 1): Reply {
    const { id, hints } = this.#sheet;
    const hint = hints[number - 1];
    if (hint === undefined)
      return new Reply(
        `There are ${hints.length} hints. \`course.exercise("${id}").solution()\` shows the rest.`,
      );
    recordExercise(id, { hints: number });
    const next = number < hints.length ? `hint(${number + 1})` : "solution()";
    return new Reply(
      `**Hint ${number} of ${hints.length}.** ${hint}\n\nMore: \`course.exercise("${id}").${next}\``,
    );
  }

  /** A solution, as code to read, to run and to change. */
  solution(): Reply {
    const { id, solution } = this.#sheet;
    recordExercise(id, { shown: true });
    return new Reply(
      `A solution of ${id}; its last line is the answer.\n\n\`\`\`ts\n${solution.trim()}\n\`\`\``,
    );
  }

  #verdict(answer: unknown): Verdict {
    const { id, judge, answer: kind } = this.#sheet;
    if (answer === undefined)
      return new Verdict(
        "notAttempted",
        `${this.markdown}\n\nPut your answer into the brackets of \`check( )\`. Stuck? \`course.exercise("${id}").hint()\``,
      );
    const read = kind.read(answer);
    if (read instanceof Verdict) return read;
    try {
      return judge(read.answer);
    } catch (error) {
      return cannotTell(`your answer failed when it was tried: ${(error as Error).message.split("\n")[0]}`);
    }
  }
}
