import type { Interval } from "./interval.js";

/**
 * The interval of a share, as symmetric on the scale of log(p / (1 − p)) as the textbook's is on its own: it never leaves
 * 0…1.
 *
 * @param estimate - between 0 and 1, both excluded
 * @param standardError - of the estimate itself
 * @param z - how many standard errors to reach to either side
 * @see A. Agresti, "Categorical Data Analysis" (2013), section 3.1, on intervals of logits by the delta method
 * @example
 * logitInterval(0.5, 0.1, 0); // { estimate: 0.5, low: 0.5, high: 0.5 }
 */
export function logitInterval(estimate: number, standardError: number, z: number): Interval {
  const logit = Math.log(estimate / (1 - estimate));
  const reach = (z * standardError) / (estimate * (1 - estimate));
  const share = (x: number) => 1 / (1 + Math.exp(-x));
  return { estimate, low: share(logit - reach), high: share(logit + reach) };
}
