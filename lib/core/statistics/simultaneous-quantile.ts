import { normalQuantile } from "./normal-quantile.js";
import { twoSidedQuantile } from "./two-sided-quantile.js";

/**
 * How many standard errors each of several intervals must reach to either side, so that all of them together hold the true
 * values as often as one interval of this confidence.
 *
 * It holds for normal estimates however they are correlated, and is exact for independent ones.
 *
 * @param confidence - between 0 and 1, of all intervals together
 * @param intervals - how many; of 0 as of 1
 * @throws UsageError when `confidence` is not between 0 and 1
 * @see Z. Šidák, "Rectangular Confidence Regions for the Means of Multivariate Normal Distributions" (1967)
 * @example
 * simultaneousQuantile(0.95, 4).toFixed(6); // "2.490915"
 */
export function simultaneousQuantile(confidence: number, intervals: number): number {
  twoSidedQuantile(confidence); // refuses what is no confidence
  return normalQuantile((1 + confidence ** (1 / Math.max(1, intervals))) / 2);
}
