import { erfc, erfcx } from "../numerics/erfcx.js";

const logRootTwoPi = Math.log(2 * Math.PI) / 2;
const rootHalfPi = Math.sqrt(Math.PI / 2);

/** log(φ(z) + zΦ(z)), and Φ(z) and φ(z) over φ(z) + zΦ(z), which its gradient needs. */
export interface LogImprovement {
  readonly value: number;
  readonly byMean: number;
  readonly byDeviation: number;
}

/**
 * The logarithm of the improvement expected of a standard-normal draw below z, to about 12 digits however small it is.
 *
 * @see S. Ament et al., "Unexpected Improvements to Expected Improvement for Bayesian Optimization" (2023)
 * @example
 * logImprovement(0).value.toFixed(6); // "-0.918939"
 */
export function logImprovement(z: number): LogImprovement {
  if (z > -1) {
    const density = Math.exp((-z * z) / 2 - logRootTwoPi);
    const below = erfc(-z * Math.SQRT1_2) / 2;
    const improvement = density + z * below;
    return { value: Math.log(improvement), byMean: below / improvement, byDeviation: density / improvement };
  }
  // Everything divided by φ(z). Where 1 − z·… cancels, its series takes over.
  const below = rootHalfPi * erfcx(-z * Math.SQRT1_2);
  const square = 1 / (z * z);
  const improvement = z > -100 ? 1 + z * below : square * (1 - square * (3 - square * (15 - 105 * square)));
  return {
    value: Math.log(improvement) - (z * z) / 2 - logRootTwoPi,
    byMean: below / improvement,
    byDeviation: 1 / improvement,
  };
}
