/** What a few updates at one learning rate did. */
export interface LearningRateTrial {
  readonly learningRate: number;
  /** After the updates: mean cross-entropy of the training samples looked at, in evaluation mode, one a repeat, in nats. */
  readonly losses: readonly number[];
  /** Their mean; Infinity where one of them is no number. */
  readonly loss: number;
}

/** Which learning rates a model can be trained with. */
export interface LearningRateRange {
  /** From the lowest rate up; ends after two in a row that spoil the model. */
  readonly trials: readonly LearningRateTrial[];
  /** Of the model as it came, on the same samples. */
  readonly lossBefore: number;
  /** The middle of the rates that do nearly as well as the best; undefined where no rate makes the loss fall. */
  readonly suggested: number | undefined;
  /** The largest rate after which the loss was lower than before in every repeat. */
  readonly largestStable: number | undefined;
}
