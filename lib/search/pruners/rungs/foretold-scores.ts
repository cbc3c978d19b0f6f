import { foretell } from "../../curves/foretell.js";
import { lastStep, scoreAt } from "../../curves/score-at.js";
import type { Board } from "./board.js";
import type { Lineage } from "./lineage.js";

/** From so many configurations that went further, the others' future is foretold. */
const fewest = 6;

/**
 * How all who came to a rung will stand further up, judged by what became of those who went on: curves cross, and the fastest
 * beginner need not win.
 *
 * @param steps - all rungs, and the last step
 */
export function foretoldScores(
  rung: number,
  steps: readonly number[],
  { all, sign }: Board,
): Map<Lineage, number> {
  const there = all.filter(({ latest }) => lastStep(latest) >= rung);
  const trials = there.map(({ latest }) => latest);
  const farther = (step: number) => trials.filter((trial) => lastStep(trial) >= step).length;
  const target = steps.findLast((step) => step > rung && farther(step) >= fewest);
  const foretold =
    target === undefined
      ? undefined
      : foretell(trials, {
          ...{ step: rung, before: steps.findLast((step) => step < rung), sign },
          endOf: (trial) => (lastStep(trial) >= target ? scoreAt(trial, target, sign)! : Number.NaN),
        });
  return new Map(there.map((lineage, i) => [lineage, foretold?.[i] ?? scoreAt(trials[i]!, rung, sign)!]));
}
