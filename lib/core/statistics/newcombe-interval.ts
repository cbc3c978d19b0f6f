import { contrastInterval } from "./contrast-interval.js";
import type { Interval, IntervalOptions } from "./interval.js";
import { wilsonInterval } from "./wilson-interval.js";

/** How many of the samples were wrong. */
export interface Counts {
  readonly errors: number;
  readonly samples: number;
}

/**
 * Newcombe's hybrid score interval of `second − first`, two error rates measured on different samples.
 *
 * Not for two models on the same samples: those are paired, and this interval is then too wide.
 *
 * @throws UsageError when the counts are no counts, or `confidence` is outside 0…1
 * @see R. Newcombe, "Interval estimation for the difference between independent proportions" (1998), method 10
 * @example
 * const before = { errors: 200, samples: 1000 };
 * const { low, high } = newcombeInterval(before, { errors: 270, samples: 1000 });
 * [low.toFixed(5), high.toFixed(5)]; // ["0.03286", "0.10691"]
 */
export function newcombeInterval(first: Counts, second: Counts, options: IntervalOptions = {}): Interval {
  return contrastInterval([
    { weight: 1, ...wilsonInterval(second.errors, second.samples, options) },
    { weight: -1, ...wilsonInterval(first.errors, first.samples, options) },
  ]);
}
