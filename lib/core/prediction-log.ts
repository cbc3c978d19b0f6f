/**
 * One row per prediction, in columns: the joint between training a model and analysing its errors.
 *
 * `split` is one of `train`, `trainVal`, `testVal`, `test`, or a name of your own.
 */
export interface PredictionLog {
  readonly split: "train" | "trainVal" | "testVal" | "test" | (string & {});
  /** One name per row, unique within the log. */
  readonly ids: readonly string[];
  /** The label each row was scored against. */
  readonly labels: Int32Array;
  /** Row-major, shape [samples, classes]; each row sums to 1. */
  readonly probabilities: Float32Array;
  readonly classes: readonly string[];
  /** The data set's tags, one number per row. */
  readonly tags: Record<string, Float32Array>;
  /** A name for the training run that made the model. */
  readonly run?: string;
  /** The seed of that run. */
  readonly seed?: number;
}
