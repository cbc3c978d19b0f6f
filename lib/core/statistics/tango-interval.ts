import type { Interval, IntervalOptions } from "./interval.js";
import { outermostRoot } from "./outermost-root.js";
import { assertPairedCounts, type PairedCounts } from "./paired-counts.js";
import { twoSidedQuantile } from "./two-sided-quantile.js";

/**
 * Tango's score interval of `second − first`, two error rates measured on the same samples: the differences that a test
 * would not reject, each tested with the variance that it would have itself.
 *
 * @param counts - samples by who was wrong on them; `firstWrong` and `secondWrong` are those that only one got wrong
 * @throws UsageError when the counts are no counts, or `confidence` is outside 0…1
 * @see T. Tango, "Equivalence test and confidence interval for the difference in proportions for the paired-sample design" (1998)
 * @example
 * const { low, high } = tangoInterval({ bothWrong: 260, firstWrong: 147, secondWrong: 394, bothRight: 9199 });
 * [low.toFixed(5), high.toFixed(5)]; // ["0.02023", "0.02932"]
 */
export function tangoInterval(counts: PairedCounts, { confidence = 0.95 }: IntervalOptions = {}): Interval {
  const samples = assertPairedCounts("tangoInterval", counts);
  const z = twoSidedQuantile(confidence);
  const { firstWrong, secondWrong } = counts;
  const estimate = (secondWrong - firstWrong) / samples;
  const excess = (difference: number) =>
    Math.abs(estimate - difference) - z * standardError(firstWrong, secondWrong, samples, difference);
  return {
    estimate,
    low: outermostRoot(excess, -1, estimate),
    high: outermostRoot(excess, 1, estimate),
  };
}

/** Of the estimate, were the true difference the given one. */
function standardError(firstWrong: number, secondWrong: number, samples: number, difference: number): number {
  // The likeliest share of samples that only the first gets wrong solves 2n·share² + linear·share + constant = 0.
  const linear = (2 * samples - secondWrong + firstWrong) * difference - firstWrong - secondWrong;
  const constant = -firstWrong * difference * (1 - difference);
  const share = (Math.sqrt(Math.max(0, linear * linear - 8 * samples * constant)) - linear) / (4 * samples);
  return Math.sqrt(Math.max(0, 2 * share + difference * (1 - difference)) / samples);
}
