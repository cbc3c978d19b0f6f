import { checkOptions } from "../../core/index.js";
import type { Pruner } from "./pruner.js";
import { foretoldScores } from "./rungs/foretold-scores.js";
import { halvingPruner } from "./rungs/halving-pruner.js";
import { type HalvingOptions, rungsOf } from "./rungs/rungs.js";

/** How asynchronous halving stops and goes on. */
export interface AshaOptions extends HalvingOptions {
  /** Whether a stopped trial may go on from its checkpoint, once it is among the best; defaults to true. */
  readonly promote?: boolean;
}

/**
 * Asynchronous successive halving: at each rung, a trial goes on as soon as it is in the best 1/reduction of those that
 * came there, and nobody waits.
 *
 * A stopped trial that comes to be among the best goes on as a new trial, with the same parameters, from its last
 * checkpoint (`trial.resumeFrom`).
 *
 * Curves cross, and the fastest beginner need not win: once six trials went further, what became of them foretells what a trial has
 * yet to gain, by its value, its last gain and its hyperparameters, as far as a ridge regression finds that they do; trials are
 * compared by where they will stand. Until then, and where nothing foretells it, they are compared as they stand.
 *
 * @param options.maxSteps - the last step of a trial that goes all the way; steps count from 1
 * @param options.minSteps - how many steps every trial gets; defaults to 1
 * @param options.reduction - one of how many goes on at each rung; defaults to 4
 * @param options.promote - whether stopped trials may go on later; defaults to true
 * @see L. Li and others, "A System for Massively Parallel Hyperparameter Tuning" (2020)
 * @example
 * asha({ maxSteps: 30 }).name; // "asha"
 */
export function asha(options: AshaOptions): Pruner {
  checkOptions("asha", options, ["maxSteps", "minSteps", "reduction", "promote"]);
  const { reduction = 4, promote = true } = options;
  const rungs = rungsOf("asha", options);
  return halvingPruner({
    name: "asha",
    promotes: promote,
    rungs,
    rungsOf: () => rungs,
    goesOn(lineage, rung, board) {
      const scores = board.once(`rung ${rung}`, () =>
        foretoldScores(rung, [...rungs, options.maxSteps], board),
      );
      const own = scores.get(lineage)!;
      let better = 0;
      for (const score of scores.values()) if (score < own) better++;
      // Where a stopped trial never goes on, the first few must not all be stopped.
      const places = Math.floor(scores.size / reduction);
      return better < (promote ? places : Math.max(1, places));
    },
  });
}
