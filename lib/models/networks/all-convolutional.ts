import * as tf from "@tensorflow/tfjs";
import { checkOptions } from "../../core/index.js";
import { type Activation, activations, initializer } from "../initialization/initializer.js";
import { assertInputShape } from "./assert-input-shape.js";
import { assertNetwork, assertOneOf } from "./assert-network.js";
import { channelsOf } from "./channels-of.js";
import { type NetworkOptions, networkOptionNames } from "./network-options.js";
import { outputActivation, outputSettings } from "./output-layer.js";

/** Options for {@link allConvolutional}. */
export type AllConvolutionalOptions = NetworkOptions & {
  /** One image's shape, [height, width, channels]; defaults to [32, 32, 3]. The smaller side is 8 or more. */
  inputShape?: readonly number[];
  /** Multiplies the number of channels in every layer; defaults to 1. On two cores 0.25 trains some ten times as fast. */
  width?: number;
  /** The hidden layers' activation; defaults to "relu". The weights start as it needs them: He's or Glorot's normal. */
  activation?: Activation;
};

/** The paper's All-CNN-C: channels, kernel size and stride of each hidden layer. */
const layers: readonly (readonly [channels: number, kernelSize: number, strides: number])[] = [
  [96, 3, 1],
  [96, 3, 1],
  [96, 3, 2],
  [192, 3, 1],
  [192, 3, 1],
  [192, 3, 2],
  [192, 3, 1],
  [192, 1, 1],
];

/**
 * Nothing but convolutions: strides in place of pooling, a mean over all places in place of dense layers.
 *
 * The number of weights does not depend on the picture's size. At 32 × 32 × 3 and 10 classes it is the paper's
 * All-CNN-C with 1,369,738 parameters, without its dropout, and without the ReLU behind the last layer.
 *
 * @returns a model from [batch, height, width, channels] to [batch, classes] or [batch, targets]; the caller disposes it
 * @throws UsageError before anything is built, where an option is not what it should be
 * @see J. Springenberg et al., "Striving for Simplicity: The All Convolutional Net" (2015), tables 1 and 2
 * @example
 * allConvolutional({ inputShape: [32, 32, 3], classes: 10, width: 0.25 }).countParams(); // 86698
 */
export function allConvolutional(options: AllConvolutionalOptions): tf.LayersModel {
  checkOptions("allConvolutional", options, ["inputShape", "width", "activation", ...networkOptionNames]);
  const { inputShape = [32, 32, 3], width = 1, activation = "relu", seed = 0 } = options;
  assertNetwork("allConvolutional", options);
  assertOneOf("allConvolutional", { activation }, activations);
  assertInputShape("allConvolutional", inputShape, {
    rank: 3,
    smallestSide: 8,
    why: "two strides of 2 leave 2 × 2 places of it.",
  });
  const channels = layers.map(([wanted]) => channelsOf("allConvolutional", wanted, width));

  const image = tf.input({ shape: [...inputShape] });
  const hidden = layers.map(([, kernelSize, strides], i) =>
    tf.layers.conv2d({
      name: `conv${i + 1}`,
      filters: channels[i]!,
      kernelSize,
      strides,
      padding: "same",
      activation,
      kernelInitializer: initializer(activation, seed, `conv${i + 1}`),
    }),
  );
  const { units, ...settings } = outputSettings(options);
  const end = [
    tf.layers.conv2d({ ...settings, filters: units, kernelSize: 1 }),
    tf.layers.globalAveragePooling2d({ name: "mean" }),
    tf.layers.activation({ name: "answer", activation: outputActivation(options) }),
  ];
  const output = [...hidden, ...end].reduce((x, layer) => layer.apply(x) as tf.SymbolicTensor, image);
  return tf.model({ name: "AllConvolutional", inputs: image, outputs: output });
}
