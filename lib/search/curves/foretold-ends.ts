import type { TrialRecord } from "../trials/trial-record.js";
import { foretell } from "./foretell.js";
import { lastStep } from "./score-at.js";

/**
 * Where trials that were stopped early would have ended, as far as those that were trained to the end foretell it.
 *
 * @param sign - what values are multiplied by so that less is better
 * @returns by their numbers, the lower the better; of none while too few were trained to the end
 */
export function foretoldEnds(trials: readonly TrialRecord[], sign: number): Map<number, number> {
  const stopped = trials.filter(({ state, intermediate }) => state === "pruned" && intermediate.length > 0);
  const steps = [...new Set(stopped.map(lastStep))].sort((a, b) => a - b);
  const ends = new Map<number, number>();
  for (const [i, step] of steps.entries()) {
    const there = trials.filter((trial) => lastStep(trial) >= step);
    const foretold = foretell(there, {
      ...{ step, before: steps[i - 1], sign },
      endOf: ({ state, value }) => (state === "complete" ? sign * value! : Number.NaN),
    });
    there.forEach((trial, k) => {
      if (foretold !== undefined && trial.state === "pruned" && lastStep(trial) === step)
        ends.set(trial.number, foretold[k]!);
    });
  }
  return ends;
}
