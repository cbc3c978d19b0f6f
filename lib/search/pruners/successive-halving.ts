import { checkOptions } from "../../core/index.js";
import type { Pruner } from "./pruner.js";
import { goesOnInCohort } from "./rungs/cohort.js";
import { halvingPruner } from "./rungs/halving-pruner.js";
import { type HalvingOptions, rungsOf } from "./rungs/rungs.js";

/** How successive halving stops and goes on. */
export interface SuccessiveHalvingOptions extends HalvingOptions {
  /** How many configurations are halved together; defaults to so many that one goes all the way. */
  readonly cohort?: number;
}

/**
 * Successive halving: of each cohort all train for a few steps, the best 1/reduction of them for reduction times as many,
 * and so on.
 *
 * A trial is stopped at each rung; once all others are there, the best go on as new trials, with the same parameters,
 * from their last checkpoint (`trial.resumeFrom`). The best are those of the lowest values until six went further, and from
 * then on those that are foretold to stand best, as in `asha`: curves cross.
 *
 * @param options.maxSteps - the last step of a trial that goes all the way; steps count from 1
 * @param options.minSteps - how many steps every trial gets; defaults to 1
 * @param options.reduction - one of how many goes on at each rung; defaults to 4
 * @param options.cohort - how many are halved together; defaults to so many that one goes all the way
 * @see K. Jamieson and A. Talwalkar, "Non-stochastic Best Arm Identification and Hyperparameter Optimization" (2016)
 * @example
 * successiveHalving({ maxSteps: 27, reduction: 3 }).name; // "successive-halving"
 */
export function successiveHalving(options: SuccessiveHalvingOptions): Pruner {
  checkOptions("successiveHalving", options, ["maxSteps", "minSteps", "reduction", "cohort"]);
  const { reduction = 4 } = options;
  const rungs = rungsOf("successiveHalving", options);
  const { cohort: size = reduction ** rungs.length } = options;
  return halvingPruner({
    name: "successive-halving",
    promotes: true,
    rungs,
    rungsOf: () => rungs,
    goesOn(lineage, rung, board) {
      const start = Math.floor(lineage.place / size) * size;
      return goesOnInCohort(
        { start, size, rungs, reduction, steps: [...rungs, options.maxSteps] },
        lineage,
        rung,
        board,
      );
    },
  });
}
