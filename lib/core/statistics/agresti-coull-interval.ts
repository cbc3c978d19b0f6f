import { assertCounts } from "./assert-counts.js";
import type { Interval, IntervalOptions } from "./interval.js";
import { twoSidedQuantile } from "./two-sided-quantile.js";

/**
 * Agresti and Coull's interval of a proportion: the textbook's, after as many errors as right answers were added, two each
 * at 95 %. Easy to do by hand; a little wider than Wilson's, and cut off at 0 and 1.
 *
 * @param errors - how many were wrong, 0…samples
 * @param samples - how many were looked at, at least 1
 * @throws UsageError when the counts are no counts, or `confidence` is outside 0…1
 * @see A. Agresti and B. Coull, "Approximate is Better than 'Exact' for Interval Estimation of Binomial Proportions" (1998)
 * @example
 * const { low, high } = agrestiCoullInterval(10, 1000);
 * [low.toFixed(6), high.toFixed(6)]; // ["0.005174", "0.018576"]
 */
export function agrestiCoullInterval(
  errors: number,
  samples: number,
  { confidence = 0.95 }: IntervalOptions = {},
): Interval {
  assertCounts("agrestiCoullInterval", errors, samples);
  const z = twoSidedQuantile(confidence);
  const more = samples + z * z;
  const centre = (errors + (z * z) / 2) / more;
  const reach = z * Math.sqrt((centre * (1 - centre)) / more);
  return {
    estimate: errors / samples,
    low: Math.max(0, centre - reach),
    high: Math.min(1, centre + reach),
  };
}
