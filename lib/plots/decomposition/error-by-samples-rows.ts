import type { Interval } from "../../core/index.js";

/** An error rate at a number of training samples. */
export interface SizedError extends Interval {
  readonly samples: number;
}

/** Error against the number of training samples, measured and foretold. */
export interface ErrorBySamples {
  /** Measured ones; where several trainings had the same size, one each. */
  readonly measured: readonly SizedError[];
  /** Foretold ones, with intervals for a new training of that size. */
  readonly forecast: readonly SizedError[];
  /** What more data alone does not get below; absent where it is not told. */
  readonly floor?: Interval;
  /** How often the intervals hold; defaults to 0.95. */
  readonly confidence?: number;
}

/** The same in order of size, with the interval of a rate never below 0. */
export function errorBySamplesRows({ measured, forecast }: ErrorBySamples): {
  measured: SizedError[];
  forecast: SizedError[];
} {
  const ordered = (rows: readonly SizedError[]) =>
    rows.map((row) => ({ ...row, low: Math.max(0, row.low) })).sort((a, b) => a.samples - b.samples);
  return { measured: ordered(measured), forecast: ordered(forecast) };
}
