import { contrastInterval, type ErrorDecomposition, type Interval } from "../../core/index.js";

/** What became of a number since the stage before it. */
export type Move = "first" | "fell" | "rose" | "stayed";

/** One number of one stage. */
export interface LadderCell extends Interval {
  /** The term's name, or "test" for the sum. */
  readonly name: string;
  readonly move: Move;
}

/** One stage: what was changed, and what the terms were then. */
export interface LadderStage {
  readonly stage: string;
  readonly cells: readonly LadderCell[];
}

/** Differences of decimal fractions are off by a few units of the last place. */
const roundOff = 1e-12;

/**
 * The terms and the test error of each stage, and whether they moved by more than chance. Two stages are compared as if they had
 * been measured on other images: on the same ones less would do, so a move that is told of is one.
 */
export function ladderOverTimeRows(stages: Readonly<Record<string, ErrorDecomposition>>): LadderStage[] {
  const numbers = Object.values(stages).map(numbersOf);
  return Object.keys(stages).map((stage, i) => ({
    stage,
    cells: numbers[i]!.map((cell) => ({
      ...cell,
      move: moveOf(
        numbers[i - 1]?.find(({ name }) => name === cell.name),
        cell,
      ),
    })),
  }));
}

function numbersOf({ terms, rungs }: ErrorDecomposition): (Interval & { name: string })[] {
  const reducible = terms.filter(({ name }) => name !== "irreducible");
  const { estimate, low, high } = rungs.at(-1)!;
  return [
    ...reducible.map(({ name, estimate, low, high }) => ({ name, estimate, low, high })),
    { name: "test", estimate, low, high },
  ];
}

function moveOf(before: Interval | undefined, now: Interval): Move {
  if (before === undefined) return "first";
  const { low, high } = contrastInterval([
    { weight: 1, ...now },
    { weight: -1, ...before },
  ]);
  if (low > roundOff) return "rose";
  return high < -roundOff ? "fell" : "stayed";
}
