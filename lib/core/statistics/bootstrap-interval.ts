import { checkOptions } from "../check-options.js";
import { integerBelow, randomSource } from "../random/index.js";
import { UsageError } from "../usage-error.js";
import type { Interval, IntervalOptions } from "./interval.js";
import { quantile } from "./quantile.js";
import { twoSidedQuantile } from "./two-sided-quantile.js";

/** Options for {@link bootstrapInterval}. */
export interface BootstrapOptions extends IntervalOptions {
  /** How often the samples are drawn anew; defaults to 1,000. */
  resamples?: number;
  /** Seed of the draws; defaults to 0. */
  seed?: number;
}

/** The names of {@link BootstrapOptions}, for {@link checkOptions}. */
export const bootstrapOptionNames: readonly (keyof BootstrapOptions)[] = ["confidence", "resamples", "seed"];

/**
 * The percentile bootstrap: the interval that holds the middle of what a statistic comes to when as many samples are drawn
 * anew, with replacement, from those at hand. For statistics that no formula serves.
 *
 * It needs a few dozen samples at least, and a statistic that is not biased: a calibration error is.
 *
 * @param samples - how many there are
 * @param statistic - of the samples at `rows`, numbers from 0 to samples − 1, some of them twice; called with all of them
 *   for the estimate. The array is used again for the next draw
 * @throws UsageError for no samples, or options that are none
 * @see B. Efron and R. Tibshirani, "An Introduction to the Bootstrap" (1993), section 13.3
 * @example
 * const losses = [1, 2, 3, 4];
 * const mean = (rows: Uint32Array) => rows.reduce((sum, row) => sum + losses[row]!, 0) / rows.length;
 * bootstrapInterval(4, mean).estimate; // 2.5
 */
export function bootstrapInterval(
  samples: number,
  statistic: (rows: Uint32Array) => number,
  options: BootstrapOptions = {},
): Interval {
  return bootstrapIntervals(samples, (rows) => [statistic(rows)], options)[0]!;
}

/** The same for several statistics of the same draws: their intervals, in the order of the values. */
export function bootstrapIntervals(
  samples: number,
  statistics: (rows: Uint32Array) => readonly number[],
  options: BootstrapOptions = {},
): Interval[] {
  const { confidence = 0.95 } = options;
  const replicates = bootstrapReplicates(samples, statistics, options);
  const estimates = statistics(Uint32Array.from({ length: samples }, (_, row) => row));
  const tail = (1 - confidence) / 2;
  return estimates.map((estimate, k) => {
    const values = replicates.map((values) => values[k]!).sort((a, b) => a - b);
    return { estimate, low: quantile(values, tail), high: quantile(values, 1 - tail) };
  });
}

/** What the statistics come to in each draw. */
export function bootstrapReplicates(
  samples: number,
  statistics: (rows: Uint32Array) => readonly number[],
  options: BootstrapOptions = {},
): (readonly number[])[] {
  checkOptions("bootstrapInterval", options, bootstrapOptionNames);
  const { confidence = 0.95, resamples = 1000, seed = 0 } = options;
  twoSidedQuantile(confidence); // refuses what is no confidence
  if (!(Number.isInteger(samples) && samples > 0 && Number.isInteger(resamples) && resamples > 1))
    throw new UsageError({
      got: `a bootstrap of ${samples} samples and ${resamples} resamples.`,
      expected: "one sample or more, and two resamples or more, in whole numbers.",
      fix: "pass { resamples: 1000 }, and a log that is not empty.",
    });
  const random = randomSource(seed, "bootstrap");
  const rows = new Uint32Array(samples);
  return Array.from({ length: resamples }, () => {
    for (let i = 0; i < samples; i++) rows[i] = integerBelow(samples, random);
    return statistics(rows);
  });
}
