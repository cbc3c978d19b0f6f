/** A network that names one of several classes: it answers with probabilities, shape [batch, classes]. */
export interface ClassesOption {
  /** How many classes to tell apart, 2 or more. */
  classes: number;
  targets?: undefined;
}

/** A network that predicts numbers: it answers in the targets' own units, shape [batch, targets]. */
export interface TargetsOption {
  /** How many numbers to predict, 1 or more. */
  targets: number;
  classes?: undefined;
}

/** What every network takes. */
export type NetworkOptions = (ClassesOption | TargetsOption) & {
  /**
   * The last layer's bias, one number per class or target; defaults to zeros. `logClassShares(dataset)` lets an
   * untrained classifier answer with the classes' shares, `meanTarget(dataset).means` an untrained regressor with the mean.
   */
  outputBias?: readonly number[] | undefined;
  /** Seed of the weights; defaults to 0. The same seed gives the same weights. */
  seed?: number;
};

/** The names of {@link NetworkOptions}. */
export const networkOptionNames = ["classes", "targets", "outputBias", "seed"] as const;
