import * as tf from "@tensorflow/tfjs";
import { checkOptions } from "../../core/index.js";
import { type Activation, activations, initializer } from "../initialization/initializer.js";
import { assertInputShape } from "./assert-input-shape.js";
import { assertCount, assertNetwork, assertOneOf } from "./assert-network.js";
import { type NetworkOptions, networkOptionNames } from "./network-options.js";
import { outputLayer } from "./output-layer.js";

/** Options for {@link mlp}. */
export type MlpOptions = NetworkOptions & {
  /** One sample's shape, such as [features]; samples with more axes are laid out in one row. */
  inputShape: readonly number[];
  /** Units of the hidden layer; defaults to 128. */
  units?: number;
  /** The hidden layer's activation; defaults to "relu". The weights start as it needs them: He's or Glorot's normal. */
  activation?: Activation;
};

/**
 * A perceptron with one hidden layer, the first network to try on rows of numbers.
 *
 * @returns a model from [batch, …inputShape] to [batch, classes] or [batch, targets]; the caller disposes it
 * @throws UsageError before anything is built, where an option is not what it should be
 * @see D. Rumelhart, G. Hinton and R. Williams, "Learning representations by back-propagating errors" (1986); J. Tobin,
 *   "Troubleshooting Deep Neural Networks", Full Stack Deep Learning (2021), on choosing a simple architecture
 * @example
 * mlp({ inputShape: [28, 28, 1], classes: 10 }).countParams(); // 101770
 */
export function mlp(options: MlpOptions): tf.LayersModel {
  checkOptions("mlp", options, ["inputShape", "units", "activation", ...networkOptionNames]);
  const { inputShape, units = 128, activation = "relu", seed = 0 } = options;
  assertNetwork("mlp", options);
  assertInputShape("mlp", inputShape);
  assertCount("mlp", { units });
  assertOneOf("mlp", { activation }, activations);

  const input = tf.input({ shape: [...inputShape] });
  const hidden = tf.layers.dense({
    name: "hidden",
    units,
    activation,
    kernelInitializer: initializer(activation, seed, "hidden"),
  });
  const row = inputShape.length === 1 ? input : tf.layers.flatten({ name: "flatten" }).apply(input);
  const output = outputLayer(options).apply(hidden.apply(row)) as tf.SymbolicTensor;
  return tf.model({ name: "MLP", inputs: input, outputs: output });
}
