import { inverseFromFactor } from "../numerics/triangular-solve.js";
import type { FittedProcess } from "./likelihood.js";

/**
 * The log density that the process gives to each target when it has not seen it, summed.
 *
 * @see S. Sundararajan and S. Keerthi, "Predictive Approaches for Choosing Hyperparameters in Gaussian Processes" (2001)
 */
export function leaveOneOut({ inverseLower, weights, variance }: FittedProcess): number {
  const inverse = inverseFromFactor(inverseLower, weights.length);
  let total = 0;
  for (let i = 0, at = 0; i < weights.length; i++, at += i + 1) {
    const precision = inverse[at]!;
    total +=
      0.5 * Math.log(precision / (2 * Math.PI * variance)) -
      (0.5 * weights[i]! ** 2) / (precision * variance);
  }
  return total;
}
