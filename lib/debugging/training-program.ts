import type * as tf from "@tensorflow/tfjs";

/** What the labels mean. */
export type Task = "binary" | "multiclass" | "multilabel" | "regression";

/** A loss by its name in TensorFlow.js, or a function; what it returns is averaged, as `model.fit` does. */
export type Loss = string | ((yTrue: tf.Tensor, yPred: tf.Tensor) => tf.Tensor);

/** Samples and labels: tensors, nested arrays, or typed arrays, which take the shapes that the model wants. */
export interface LabelledSamples {
  x: tf.Tensor | tf.TensorLike;
  y: tf.Tensor | tf.TensorLike;
}

/** What `deep-pessimist doctor FILE` reads: FILE's default export is this, or a function of a seed that returns it. */
export interface TrainingProgram {
  model: tf.LayersModel;
  optimizer: tf.Optimizer | string;
  loss: Loss;
  metrics?: string[];
  /** What the labels mean; defaults to what labels, loss and last layer suggest. */
  task?: Task;
  train: LabelledSamples;
  validation?: LabelledSamples;
  validationSplit?: number;
  shuffle?: boolean;
  /** Samples per update; defaults to 32. */
  batchSize?: number;
  /** Passes over the training set; defaults to 10. */
  epochs?: number;
  /** Own loop: one update on a batch, returning the loss. Without it the program is model.compile + model.fit. */
  step?: (x: tf.Tensor, y: tf.Tensor) => tf.Scalar;
  /** Own inference, where it is not model.predict. */
  predict?: (x: tf.Tensor) => tf.Tensor;
  augment?: (x: tf.Tensor, y: tf.Tensor) => [tf.Tensor, tf.Tensor];
}

/** A program whose every random choice follows the seed. */
export type SeededProgram = (seed: number) => TrainingProgram | Promise<TrainingProgram>;
