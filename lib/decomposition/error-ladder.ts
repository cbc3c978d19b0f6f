import type { ErrorRungName, ErrorTermName, Interval, Rate } from "../core/index.js";

/** A rate with an interval of its own, as raters give it. */
export interface EstimatedRate extends Interval {
  /** How often such intervals hold the true rate; defaults to 0.95. */
  readonly confidence?: number;
}

/** The error rates of one model, from the best possible to the test set. */
export interface ErrorLadder {
  /** What nobody gets below: a person's error, the generator's own, what annotators tell of it, or your goal. */
  readonly irreducible: Rate | EstimatedRate;
  /** On training images, scored as in use: dropout and augmentation off. */
  readonly train: Rate;
  /** On held-out images of the training distribution. */
  readonly trainVal: Rate;
  /**
   * On held-out images of the test distribution. Without it there is no term for distribution shift, and any shift
   * there is counts as validation overfitting.
   */
  readonly testVal?: Rate | undefined;
  readonly test: Rate;
}

/** The rungs from the lowest to the highest, each with the term that leads up to it. */
export const ladderOrder: readonly { readonly rung: ErrorRungName; readonly term: ErrorTermName }[] = [
  { rung: "irreducible", term: "irreducible" },
  { rung: "train", term: "avoidableBias" },
  { rung: "trainVal", term: "variance" },
  { rung: "testVal", term: "distributionShift" },
  { rung: "test", term: "validationOverfitting" },
];
