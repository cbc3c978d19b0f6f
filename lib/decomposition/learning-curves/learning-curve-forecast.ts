import type { Counts, Interval } from "../../core/index.js";
import type { PowerLaw } from "./fit-power-law.js";

/** The error of one training run on a training set of some size, counted on held-out images. */
export interface LearningCurvePoint extends Counts {
  readonly trainSize: number;
}

/** Error against training-set size, with what it will come to. */
export interface LearningCurveForecast extends PowerLaw {
  /** What no number of images gets below, and how fast the rest falls. */
  readonly floorInterval: Interval;
  readonly exponentInterval: Interval;
  readonly points: readonly LearningCurvePoint[];
  /** The curve with its band, a row for each size of `at`. */
  readonly rows: readonly (Interval & { readonly trainSize: number })[];
  /** Images that reach the target; Infinity where none do, and the share of draws in which it can be reached at all. */
  readonly target?: { readonly error: number; readonly trainSize: Interval; readonly reachable: number };
  /** How much more the points scatter than chance among the held-out images explains, 1 or more. */
  readonly scatter: number;
  readonly confidence: number;
  readonly reading: string;
}
