import { type Interval, normalQuantile, quantile, twoSidedQuantile } from "../../core/index.js";
import { logNormalCdf } from "../numerics/log-normal-cdf.js";

/**
 * An interval for a share from draws that are biased as much as the estimate is: both its ends and the estimate between them are
 * moved by as much as the draws lie off the estimate.
 *
 * @param draws - of the estimate, as other samples might have given it
 * @see B. Efron, "Better Bootstrap Confidence Intervals" (1987), on the bias-corrected percentiles
 */
export function correctedInterval(estimate: number, draws: readonly number[], confidence: number): Interval {
  const sorted = [...draws].sort((a, b) => a - b);
  const below = sorted.filter((draw) => draw < estimate).length;
  const bias = normalQuantile((below + 0.5) / (draws.length + 1));
  const z = twoSidedQuantile(confidence);
  const at = (score: number): number => quantile(sorted, Math.exp(logNormalCdf(score)));
  const [low, high] = [at(Math.min(2 * bias, 0) - z), at(Math.max(2 * bias, 0) + z)];
  return { estimate: at(2 * bias), low, high };
}
