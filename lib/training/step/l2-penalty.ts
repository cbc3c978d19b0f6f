import * as tf from "@tensorflow/tfjs";

/**
 * l2 · Σ w² over the weights of two axes and more: biases, and the scales of a normalization, have no need of it.
 *
 * @returns a scalar, shape []
 */
export function l2Penalty(weights: readonly tf.Tensor[], l2: number): tf.Scalar {
  const sums = weights.filter(({ rank }) => rank > 1).map((weight) => weight.square().sum());
  return tf.tidy(() => sums.reduce((total, sum) => total.add(sum), tf.scalar(0)).mul(l2));
}
