import * as tf from "@tensorflow/tfjs";
import { initializer } from "../initialization/initializer.js";
import { savedAs } from "../initialization/saved-as.js";
import type { NetworkOptions } from "./network-options.js";

/** What the last layer with weights needs, whether it is dense or a convolution of 1 × 1. */
export interface OutputSettings {
  name: "output";
  units: number;
  kernelInitializer: ReturnType<typeof initializer>;
  biasInitializer: ReturnType<typeof tf.initializers.zeros>;
}

/** Small weights and the bias asked for: before it has learnt anything, the network answers with its bias alone. */
export function outputSettings({ classes, targets, outputBias, seed = 0 }: NetworkOptions): OutputSettings {
  return {
    name: "output",
    units: (classes ?? targets)!,
    kernelInitializer: initializer("output", seed, "output"),
    biasInitializer:
      outputBias === undefined
        ? tf.initializers.zeros()
        : savedAs(tf.initializers.zeros(), () => tf.tensor1d([...outputBias])),
  };
}

/** Classes end in a softmax, numbers in nothing. */
export function outputActivation({ classes }: NetworkOptions): "softmax" | "linear" {
  return classes === undefined ? "linear" : "softmax";
}

/** The last layer: dense, to [batch, classes] or [batch, targets]. */
export function outputLayer(options: NetworkOptions): tf.layers.Layer {
  return tf.layers.dense({ ...outputSettings(options), activation: outputActivation(options) });
}
