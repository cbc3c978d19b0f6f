import type { Interval } from "./interval.js";

/** One summand of a contrast: `weight` times an estimate that has an interval of its own. */
export interface WeightedInterval extends Interval {
  readonly weight: number;
}

/**
 * The interval of a weighted sum of independent estimates, from the interval of each ("square and add").
 *
 * An estimate without sampling error takes part with low = estimate = high and widens nothing.
 *
 * @see G. Zou and A. Donner, "Construction of confidence limits about effect measures: a general approach" (2008)
 * @example
 * const exact = { weight: -1, estimate: 0.125, low: 0.125, high: 0.125 };
 * const { low, high } = contrastInterval([exact, { weight: 1, estimate: 0.5, low: 0.25, high: 0.75 }]);
 * [low, high]; // [0.125, 0.625]
 */
export function contrastInterval(parts: readonly WeightedInterval[]): Interval {
  let estimate = 0;
  let below = 0;
  let above = 0;
  for (const { weight, estimate: value, low, high } of parts) {
    estimate += weight * value;
    below += (weight * (value - (weight > 0 ? low : high))) ** 2;
    above += (weight * ((weight > 0 ? high : low) - value)) ** 2;
  }
  return { estimate, low: estimate - Math.sqrt(below), high: estimate + Math.sqrt(above) };
}
