import type { Interval } from "../../core/index.js";

/** Validation overfitting as far as picking the best of many explains it, as rates. */
export interface LooksPrediction {
  /** How far the chosen one's validation error lies below its true error, on average. */
  readonly expected: number;
  /** The same from the normal approximation, σ·√(1 − correlation)·e(looks); too high where errors are few. */
  readonly normal: number;
  /** Where the difference between test and validation error lies, test images of `observed` or without end. */
  readonly low: number;
  readonly high: number;
  /** Test less validation error, and whether picking explains it. */
  readonly observed?: Interval;
  readonly verdict?: "explained" | "more than looks explain" | "less than looks explain";
  readonly reading: string;
}
