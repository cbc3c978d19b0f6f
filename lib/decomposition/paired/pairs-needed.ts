import { checkOptions, type IntervalOptions, normalQuantile, twoSidedQuantile } from "../../core/index.js";

/** Options for {@link pairsNeeded}. */
export interface PairsNeededOptions extends IntervalOptions {
  /** How often so many samples shall show the difference, between 0 and 1; defaults to 0.8. */
  power?: number;
}

/**
 * How many samples show a difference between two models that are scored on the same ones.
 *
 * @param differ - share of the samples that one of them alone gets wrong
 * @param difference - of their error rates
 * @returns Infinity where there is no difference
 * @see J. Connor, "Sample Size for Testing Differences in Proportions for the Paired-Sample Design" (1987)
 * @example
 * pairsNeeded(0.02, 0.01); // 1562
 */
export function pairsNeeded(differ: number, difference: number, options: PairsNeededOptions = {}): number {
  checkOptions("pairsNeeded", options, ["confidence", "power"]);
  const { confidence = 0.95, power = 0.8 } = options;
  const reach = twoSidedQuantile(confidence) + normalQuantile(power);
  const variance = Math.max(0, differ - difference ** 2);
  return difference === 0
    ? Number.POSITIVE_INFINITY
    : Math.max(1, Math.round((reach ** 2 * variance) / difference ** 2));
}
