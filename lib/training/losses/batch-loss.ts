import type * as tf from "@tensorflow/tfjs";

/**
 * What a step minimises: a scalar of labels and the model's output, mean over the batch.
 *
 * Labels are integers, shape [batch], or shares of the classes, shape [batch, classes], where augmentation mixes them.
 */
export type BatchLoss = (labels: tf.Tensor, output: tf.Tensor) => tf.Scalar;

/** A probability below this counts as this: −log 0 is infinite. It is TensorFlow.js' own limit for float32. */
export const smallestProbability = 1e-7;
