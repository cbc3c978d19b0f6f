import { assertCounts } from "./assert-counts.js";
import type { Interval, IntervalOptions } from "./interval.js";
import { twoSidedQuantile } from "./two-sided-quantile.js";

/**
 * Wilson's score interval of a proportion: an error rate, from how many of the samples were wrong.
 *
 * Unlike the textbook's ±1.96 standard errors it stays inside 0…1, and it does not shrink to nothing at 0 errors.
 *
 * @param errors - how many were wrong, 0…samples
 * @param samples - how many were looked at, at least 1
 * @throws UsageError when the counts are no counts, or `confidence` is outside 0…1
 * @see E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference" (1927)
 * @example
 * const { estimate, low, high } = wilsonInterval(10, 1000);
 * [estimate, low.toFixed(6), high.toFixed(6)]; // [0.01, "0.005441", "0.018309"]
 */
export function wilsonInterval(
  errors: number,
  samples: number,
  { confidence = 0.95 }: IntervalOptions = {},
): Interval {
  assertCounts("wilsonInterval", errors, samples);
  return wilsonLimits(errors / samples, samples, twoSidedQuantile(confidence));
}

/**
 * The same interval from a rate and a reach: for samples that are planned, not counted.
 *
 * @param rate - 0…1
 * @param samples - above 0; need not be whole
 * @param z - how many standard errors to reach to either side
 * @example
 * wilsonLimits(0.5, 100, 0); // { estimate: 0.5, low: 0.5, high: 0.5 }
 */
export function wilsonLimits(rate: number, samples: number, z: number): Interval {
  const shrink = 1 + (z * z) / samples;
  const centre = (rate + (z * z) / (2 * samples)) / shrink;
  const halfWidth = (z / shrink) * Math.sqrt((rate * (1 - rate)) / samples + (z / (2 * samples)) ** 2);
  return {
    estimate: rate,
    // At 0 and 1 the two parts cancel exactly, but for rounding.
    low: rate === 0 ? 0 : centre - halfWidth,
    high: rate === 1 ? 1 : centre + halfWidth,
  };
}
