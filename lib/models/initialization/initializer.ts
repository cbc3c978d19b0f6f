import * as tf from "@tensorflow/tfjs";
import { integerBelow, randomSource } from "../../core/index.js";

/** What follows a layer decides how its weights should start. */
export type Activation = "relu" | "tanh";

/** Every {@link Activation}. */
export const activations: readonly Activation[] = ["relu", "tanh"];

/** A normal distribution cut off at two deviations keeps this share of its deviation. */
const TRUNCATED_DEVIATION = 0.87962566103423978;

/**
 * Variance by fan-in or by the mean of fan-in and fan-out: He's and Glorot's. The output starts at a tenth of Glorot's
 * deviation, so that an untrained network favours no class and its loss is that of a uniform guess, ln(classes).
 */
const variance = {
  relu: { scale: 2, mode: "fanIn" },
  tanh: { scale: 1, mode: "fanAvg" },
  output: { scale: 0.01, mode: "fanAvg" },
} as const;

/**
 * Weights that keep the size of the activations: He's normal before a ReLU, Glorot's normal before tanh. The last
 * layer's are small: its logits should say nothing before anything was learnt.
 *
 * TensorFlow.js draws from a normal cut off at two deviations and forgets that cutting makes it narrower, which
 * leaves 77 % of the wanted variance in every layer. The scale here makes up for it, as Keras does.
 *
 * @param follows - what stands behind the layer; "output" for the last one
 * @param seed - of the model
 * @param layer - the layer's name: each layer has a stream of its own
 * @see K. He et al., "Delving Deep into Rectifiers" (2015); X. Glorot and Y. Bengio, "Understanding the Difficulty of
 *   Training Deep Feedforward Neural Networks" (2010); A. Karpathy, "A Recipe for Training Neural Networks" (2019),
 *   "verify loss @ init"; the numbers are those of Keras' `VarianceScaling`
 */
export function initializer(
  follows: Activation | "output",
  seed: number,
  layer: string,
): ReturnType<typeof tf.initializers.varianceScaling> {
  const { scale, mode } = variance[follows];
  return tf.initializers.varianceScaling({
    scale: scale / TRUNCATED_DEVIATION ** 2,
    mode,
    distribution: "normal",
    seed: layerSeed(seed, layer),
  });
}

/** A seed for one layer; never 0, which tfjs takes for "no seed" and gives other weights each time. */
export function layerSeed(seed: number, layer: string): number {
  return 1 + integerBelow(2 ** 31 - 2, randomSource(seed, "weights", layer));
}
