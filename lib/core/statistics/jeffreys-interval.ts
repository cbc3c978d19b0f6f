import { assertCounts } from "./assert-counts.js";
import { betaQuantile } from "./beta-quantile.js";
import type { Interval, IntervalOptions } from "./interval.js";
import { twoSidedQuantile } from "./two-sided-quantile.js";

/**
 * Jeffreys' interval of a proportion: the middle of what a Bayesian believes who began with the beta distribution of ½
 * and ½.
 *
 * Its ends are the quantiles themselves, as in statsmodels: at 0 errors the lower one is not set to 0, but a little above.
 *
 * @param errors - how many were wrong, 0…samples
 * @param samples - how many were looked at, at least 1
 * @throws UsageError when the counts are no counts, or `confidence` is outside 0…1
 * @see L. Brown, T. Cai and A. DasGupta, "Interval Estimation for a Binomial Proportion" (2001), section 4.3
 * @example
 * const { low, high } = jeffreysInterval(10, 1000);
 * [low.toFixed(6), high.toFixed(6)]; // ["0.005153", "0.017666"]
 */
export function jeffreysInterval(
  errors: number,
  samples: number,
  { confidence = 0.95 }: IntervalOptions = {},
): Interval {
  assertCounts("jeffreysInterval", errors, samples);
  twoSidedQuantile(confidence); // refuses what is no confidence
  const tail = (1 - confidence) / 2;
  const limit = (probability: number) => betaQuantile(probability, errors + 0.5, samples - errors + 0.5);
  return { estimate: errors / samples, low: limit(tail), high: limit(1 - tail) };
}
