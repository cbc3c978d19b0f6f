import { assertCounts } from "./assert-counts.js";
import { betaQuantile } from "./beta-quantile.js";
import type { Interval, IntervalOptions } from "./interval.js";
import { twoSidedQuantile } from "./two-sided-quantile.js";

/**
 * Clopper and Pearson's interval of a proportion: it never holds the true rate less often than promised, for which it is
 * wider than Wilson's on average.
 *
 * @param errors - how many were wrong, 0…samples
 * @param samples - how many were looked at, at least 1
 * @throws UsageError when the counts are no counts, or `confidence` is outside 0…1
 * @see C. Clopper and E. Pearson, "The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial" (1934)
 * @example
 * const { low, high } = clopperPearsonInterval(10, 1000);
 * [low.toFixed(6), high.toFixed(6)]; // ["0.004806", "0.018313"]
 */
export function clopperPearsonInterval(
  errors: number,
  samples: number,
  { confidence = 0.95 }: IntervalOptions = {},
): Interval {
  assertCounts("clopperPearsonInterval", errors, samples);
  twoSidedQuantile(confidence); // refuses what is no confidence
  const tail = (1 - confidence) / 2;
  return {
    estimate: errors / samples,
    low: errors === 0 ? 0 : betaQuantile(tail, errors, samples - errors + 1),
    high: errors === samples ? 1 : betaQuantile(1 - tail, errors + 1, samples - errors),
  };
}
