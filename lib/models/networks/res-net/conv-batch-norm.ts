import * as tf from "@tensorflow/tfjs";
import { initializer } from "../../initialization/initializer.js";

/** Options of {@link convBatchNorm}. */
export interface ConvBatchNormOptions {
  /** Of the convolution; the batch norm's is `<name>_norm`. */
  name: string;
  filters: number;
  kernelSize: number;
  /** Defaults to 1. */
  strides?: number;
  /** Whether the batch norm starts with a scale of 0; defaults to false. */
  zeroScale?: boolean;
  /** Of the model. */
  seed: number;
}

/** A convolution without bias, and a batch norm, which has one. */
export function convBatchNorm(
  x: tf.SymbolicTensor,
  { name, filters, kernelSize, strides = 1, zeroScale = false, seed }: ConvBatchNormOptions,
): tf.SymbolicTensor {
  const conv = tf.layers.conv2d({
    name,
    filters,
    kernelSize,
    strides,
    padding: "same",
    useBias: false,
    kernelInitializer: initializer("relu", seed, name),
  });
  // TensorFlow.js would keep 0.99 of the running statistics: after an epoch of 200 steps an eighth would still be its start.
  const norm = tf.layers.batchNormalization({
    name: `${name}_norm`,
    momentum: 0.9,
    epsilon: 1e-5,
    gammaInitializer: zeroScale ? "zeros" : "ones",
  });
  return norm.apply(conv.apply(x)) as tf.SymbolicTensor;
}

/** A ReLU as a layer of its own. */
export function relu(x: tf.SymbolicTensor, name: string): tf.SymbolicTensor {
  return tf.layers.activation({ name, activation: "relu" }).apply(x) as tf.SymbolicTensor;
}
