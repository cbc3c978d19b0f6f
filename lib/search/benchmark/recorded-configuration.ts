/**
 * The hyperparameters that a network of the packaged benchmark was trained with.
 *
 * A type, not an interface: only so may a study of them go where a study of any parameters is wanted.
 */
export type TrainedConfiguration = {
  readonly learningRate: number;
  readonly optimizer: "sgd" | "adam";
  /** With sgd alone. */
  readonly momentum?: number;
  /** Of the one hidden layer. */
  readonly units: number;
  readonly activation: "relu" | "tanh";
  readonly batchSize: 8 | 32;
  /** Apart from the gradient (Loshchilov and Hutter, 2019): each step takes learningRate · weightDecay off a weight. */
  readonly weightDecay: number;
};

/** What a search of the packaged benchmark varies. */
export type RecordedConfiguration = TrainedConfiguration & {
  /** Every how many epochs a line would be printed: nothing depends on it, and a search should find that out. */
  readonly logEvery?: number;
};
