import * as tf from "@tensorflow/tfjs";

/**
 * What an answer is compared with: the labels' shares of the classes.
 *
 * @param labels - integers, shape [batch], or shares that sum to 1, shape [batch, classes]
 * @param smoothing - the share that is taken from the label and spread evenly over all classes
 * @returns shape [batch, classes]
 */
export function targetDistribution(labels: tf.Tensor, classes: number, smoothing: number): tf.Tensor2D {
  const shares = labels.rank === 1 ? tf.oneHot(labels as tf.Tensor1D, classes) : labels;
  return (smoothing === 0 ? shares : shares.mul(1 - smoothing).add(smoothing / classes)) as tf.Tensor2D;
}
