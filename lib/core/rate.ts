/** How many of the samples were wrong; intervals follow from it. */
export interface CountedRate {
  readonly errors: number;
  readonly samples: number;
  /**
   * How many samples there are in all, where that is known: the training set is finite, and an error counted on
   * all of it has no sampling error. Defaults to no end of them, as for validation and test images.
   */
  readonly population?: number;
}

/** A fraction from 0 to 1, taken as exact, or counts, from which intervals follow. */
export type Rate = number | CountedRate;
