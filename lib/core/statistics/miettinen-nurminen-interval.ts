import { assertCounts } from "./assert-counts.js";
import type { Interval, IntervalOptions } from "./interval.js";
import type { Counts } from "./newcombe-interval.js";
import { outermostRoot } from "./outermost-root.js";
import { twoSidedQuantile } from "./two-sided-quantile.js";

/**
 * Miettinen and Nurminen's score interval of `second − first`, two error rates measured on different samples.
 *
 * It holds the differences that a test would not reject, each tested with the variance that it would have itself. Newcombe's
 * is a formula and nearly the same; this one is the reference.
 *
 * @throws UsageError when the counts are no counts, or `confidence` is outside 0…1
 * @see O. Miettinen and M. Nurminen, "Comparative analysis of two rates" (1985)
 * @example
 * const { low, high } = miettinenNurminenInterval({ errors: 200, samples: 1000 }, { errors: 270, samples: 1000 });
 * [low.toFixed(5), high.toFixed(5)]; // ["0.03290", "0.10704"]
 */
export function miettinenNurminenInterval(
  first: Counts,
  second: Counts,
  { confidence = 0.95 }: IntervalOptions = {},
): Interval {
  for (const { errors, samples } of [first, second])
    assertCounts("miettinenNurminenInterval", errors, samples);
  return miettinenNurminenLimits(first, second, twoSidedQuantile(confidence));
}

/**
 * The same interval from a reach of z standard errors; counts need not be whole, for they may be planned.
 *
 * @example
 * miettinenNurminenLimits({ errors: 1, samples: 4 }, { errors: 2, samples: 4 }, 0); // { estimate: 0.25, low: 0.25, high: 0.25 }
 */
export function miettinenNurminenLimits(first: Counts, second: Counts, z: number): Interval {
  const estimate = second.errors / second.samples - first.errors / first.samples;
  const all = first.samples + second.samples;
  const standardError = (difference: number) => {
    const p = likeliestRate(first, second, difference);
    const q = p + difference;
    const variance = Math.max(0, (p * (1 - p)) / first.samples + (q * (1 - q)) / second.samples);
    return Math.sqrt((variance * all) / (all - 1));
  };
  if (z === 0) return { estimate, low: estimate, high: estimate };
  const excess = (difference: number) => Math.abs(difference - estimate) - z * standardError(difference);
  return {
    estimate,
    low: outermostRoot(excess, -1, estimate),
    high: outermostRoot(excess, 1, estimate),
  };
}

/** The first rate that makes the counts likeliest where the second is larger by the given difference. */
function likeliestRate(first: Counts, second: Counts, difference: number): number {
  let [low, high] = [Math.max(0, -difference), Math.min(1, 1 - difference)];
  // The slope of the log-likelihood falls all the way, from plus to minus infinity where there are counts of each kind.
  // Round-off may take a rate at the end below 0.
  const share = (count: number, rate: number) => (count === 0 ? 0 : count / Math.max(rate, 0));
  const slope = (p: number) =>
    share(first.errors, p) -
    share(first.samples - first.errors, 1 - p) +
    share(second.errors, p + difference) -
    share(second.samples - second.errors, 1 - p - difference);
  if (!(slope(low) > 0)) return low;
  if (!(slope(high) < 0)) return high;
  const bend = (count: number, rate: number) => (count === 0 ? 0 : count / (rate * rate));
  let p = (low + high) / 2;
  for (let i = 0; i < 100; i++) {
    const rise = slope(p);
    if (rise === 0) return p;
    if (rise > 0) low = p;
    else high = p;
    const curvature =
      bend(first.errors, p) +
      bend(first.samples - first.errors, 1 - p) +
      bend(second.errors, p + difference) +
      bend(second.samples - second.errors, 1 - p - difference);
    const newton = p + rise / curvature;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - p) <= 1e-15 * next) return next;
    p = next;
  }
  return p;
}
