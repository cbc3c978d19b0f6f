import type { Interval } from "./statistics/interval.js";

/** The parts of the test error, in the order in which they are worked on. */
export type ErrorTermName =
  | "irreducible"
  | "avoidableBias"
  | "variance"
  | "distributionShift"
  | "validationOverfitting";

/** The error rates that the parts are differences of. */
export type ErrorRungName = "irreducible" | "train" | "trainVal" | "testVal" | "test";

/** The terms in words. */
export const errorTermLabels: Readonly<Record<ErrorTermName, string>> = {
  irreducible: "irreducible error",
  avoidableBias: "avoidable bias",
  variance: "variance",
  distributionShift: "distribution shift",
  validationOverfitting: "validation overfitting",
};

/** One part of the test error, as a rate: 0.03 is 3 points. It may be negative. */
export interface ErrorTerm extends Interval {
  readonly name: ErrorTermName;
  /**
   * Whether the rates behind it came without counts, or from all there is to count. Then low = estimate = high, and
   * the numbers themselves say nothing of chance.
   */
  readonly exact: boolean;
  /** Wider, so that the true values of all terms are inside at once as often as `confidence` says. */
  readonly band: { readonly low: number; readonly high: number };
  /** What it means that the estimate is negative; absent otherwise. */
  readonly note?: string;
}

/** One measured error rate. */
export interface ErrorRung extends Interval {
  readonly name: ErrorRungName;
  /** Absent where the rate came without counts. */
  readonly samples?: number;
}

/** Images that would decide what now is undecided. */
export interface MoreImages {
  readonly split: ErrorRungName;
  readonly samples: number;
  /** How many to add to those. */
  readonly more: number;
}

/** Test error as a sum: the terms' estimates add up to the test error. */
export interface ErrorDecomposition {
  readonly terms: readonly ErrorTerm[];
  readonly rungs: readonly ErrorRung[];
  /**
   * How the terms' estimates err together, shape [terms, terms], in squared rates. Neighbours share a rung, so what chance
   * adds to one it takes from the next.
   */
  readonly covariance: readonly (readonly number[])[];
  /** The largest term that work can reduce and whose band lies above 0, or "undecided". */
  readonly dominant: Exclude<ErrorTermName, "irreducible"> | "undecided";
  /** The terms that these counts do not show to be smaller than the dominant one. */
  readonly rivals: readonly ErrorTermName[];
  /** Where undecided: how many images of each split behind the largest term would settle it, four times in five. */
  readonly samplesNeeded?: number;
  /** Where undecided: the same as images to add, split by split; those that have enough are left out. */
  readonly moreImages?: readonly MoreImages[];
  readonly confidence: number;
  /** What the numbers say, in a sentence or two. */
  readonly reading: string;
}
