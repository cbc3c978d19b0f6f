import type { Interval, IntervalOptions } from "./interval.js";
import { assertPairedCounts, type PairedCounts } from "./paired-counts.js";
import { wilsonInterval } from "./wilson-interval.js";

/**
 * Newcombe's hybrid score interval of `second − first`, two error rates measured on the same samples.
 *
 * Models that find the same samples hard differ by less than chance would have them, and the interval is narrower
 * than that of two rates from different samples by as much.
 *
 * @param counts - samples by who was wrong on them; `firstWrong` and `secondWrong` are those that only one got wrong
 * @throws UsageError when the counts are no counts, or `confidence` is outside 0…1
 * @see R. Newcombe, "Improved confidence intervals for the difference between binomial proportions based on paired
 *   data" (1998), method 10
 * @example
 * const { estimate } = pairedInterval({ bothWrong: 5, firstWrong: 15, secondWrong: 5, bothRight: 75 });
 * estimate; // -0.1
 */
export function pairedInterval(counts: PairedCounts, options: IntervalOptions = {}): Interval {
  const samples = assertPairedCounts("pairedInterval", counts);
  const { bothWrong, firstWrong, secondWrong } = counts;
  const first = wilsonInterval(bothWrong + firstWrong, samples, options);
  const second = wilsonInterval(bothWrong + secondWrong, samples, options);
  const correlation = correlationOf(counts, samples);
  const reach = (a: number, b: number) => Math.sqrt(a * a - 2 * correlation * a * b + b * b);
  const estimate = (secondWrong - firstWrong) / samples;
  return {
    estimate,
    low: estimate - reach(second.estimate - second.low, first.high - first.estimate),
    high: estimate + reach(second.high - second.estimate, first.estimate - first.low),
  };
}

/** Of right and wrong answers, drawn towards 0 by half a sample where it is positive. */
function correlationOf(
  { bothWrong, firstWrong, secondWrong, bothRight }: PairedCounts,
  samples: number,
): number {
  const margins =
    (bothWrong + firstWrong) *
    (secondWrong + bothRight) *
    (bothWrong + secondWrong) *
    (firstWrong + bothRight);
  if (margins === 0) return 0;
  const excess = bothWrong * bothRight - firstWrong * secondWrong;
  return (excess > 0 ? Math.max(0, excess - samples / 2) : excess) / Math.sqrt(margins);
}
