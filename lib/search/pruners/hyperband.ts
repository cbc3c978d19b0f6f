import { checkOptions } from "../../core/index.js";
import type { Pruner } from "./pruner.js";
import { type Cohort, goesOnInCohort } from "./rungs/cohort.js";
import { halvingPruner } from "./rungs/halving-pruner.js";
import type { Lineage } from "./rungs/lineage.js";
import { type HalvingOptions, rungsOf } from "./rungs/rungs.js";

/**
 * Hyperband: successive halving in brackets, from many trials that start with few steps to few that all train to the
 * end, so that neither a late bloomer nor a hopeless one costs much.
 *
 * Trials fill the brackets in turn, the largest first; then the first bracket begins anew. Once six trials went further, who is
 * foretold to stand best goes on, as in `asha`: curves cross.
 *
 * @param options.maxSteps - the last step of a trial that goes all the way; steps count from 1
 * @param options.minSteps - how many steps every trial gets; defaults to 1
 * @param options.reduction - one of how many goes on at each rung; defaults to 4
 * @see L. Li and others, "Hyperband: A Novel Bandit-Based Approach to Hyperparameter Optimization" (2018)
 * @example
 * brackets({ maxSteps: 81, reduction: 3 }).map(({ size }) => size); // [81, 34, 15, 8, 5]
 */
export function hyperband(options: HalvingOptions): Pruner {
  checkOptions("hyperband", options, ["maxSteps", "minSteps", "reduction"]);
  const { reduction = 4, maxSteps } = options;
  const all = brackets(options);
  const round = all.reduce((sum, { size }) => sum + size, 0);
  const rungs = [...new Set(all.flatMap((bracket) => bracket.rungs))].sort((a, b) => a - b);
  const steps = [...rungs, maxSteps];
  const cohortOf = ({ place }: Lineage): Cohort => {
    let start = place - (place % round);
    let bracket = all[0]!;
    for (bracket of all) {
      if (place < start + bracket.size) break;
      start += bracket.size;
    }
    return { ...bracket, reduction, start, steps };
  };
  return halvingPruner({
    name: "hyperband",
    promotes: true,
    rungs,
    rungsOf: (lineage) => cohortOf(lineage).rungs,
    goesOn: (lineage, rung, board) => goesOnInCohort(cohortOf(lineage), lineage, rung, board),
  });
}

/** One bracket: how many trials, and the steps at which they are halved. */
export type Bracket = Pick<Cohort, "size" | "rungs">;

/**
 * The brackets of Hyperband, in the order in which they are filled.
 *
 * @example
 * brackets({ maxSteps: 9, reduction: 3 }); // [{ size: 9, rungs: [1, 3] }, { size: 5, rungs: [3] }, { size: 3, rungs: [] }]
 */
export function brackets(options: HalvingOptions): readonly Bracket[] {
  const { maxSteps, minSteps = 1, reduction = 4 } = options;
  rungsOf("hyperband", options);
  const most = Math.floor(Math.log(maxSteps / minSteps) / Math.log(reduction) + 1e-9);
  return Array.from({ length: most + 1 }, (_, i) => {
    const halvings = most - i;
    const size = Math.ceil(((most + 1) * reduction ** halvings) / (halvings + 1));
    const rungs = Array.from({ length: halvings }, (_, k) =>
      Math.max(minSteps, Math.round(maxSteps / reduction ** (halvings - k))),
    );
    return { size, rungs };
  });
}
