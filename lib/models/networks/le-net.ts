import * as tf from "@tensorflow/tfjs";
import { checkOptions } from "../../core/index.js";
import { type Activation, activations, initializer } from "../initialization/initializer.js";
import { assertInputShape } from "./assert-input-shape.js";
import { assertNetwork, assertOneOf } from "./assert-network.js";
import { type NetworkOptions, networkOptionNames } from "./network-options.js";
import { outputLayer } from "./output-layer.js";

/** Options for {@link leNet}. */
export type LeNetOptions = NetworkOptions & {
  /** One image's shape, [height, width, channels]; defaults to [32, 32, 3]. The smaller side is 12 or more. */
  inputShape?: readonly number[];
  /** The hidden layers' activation; defaults to "relu". The weights start as it needs them: He's or Glorot's normal. */
  activation?: Activation;
};

/** Below 32 pixels the first convolution pads, so that digits of 28 × 28 meet the later layers at the paper's sizes. */
const UNPADDED_FROM = 32;

const SMALLEST_SIDE = 12;
const tooSmall = "two convolutions and two poolings leave nothing of less.";

/**
 * LeNet-5, the first network to try on pictures: two convolutions, two hidden layers, a softmax over the classes.
 *
 * At 32 × 32 × 1 and 10 classes it has the paper's 61,706 parameters. As is usual today, every feature map of the
 * second convolution sees all of the first, pooling takes the maximum, and ReLU replaces the scaled tanh.
 *
 * The output is probabilities, shape [batch, classes], because prediction logs hold probabilities. Train it with the
 * cross-entropy of probabilities: `fit` does, and "categoricalCrossentropy" in `model.compile`. A loss that takes
 * logits (`tf.losses.softmaxCrossEntropy`) would apply the softmax twice.
 *
 * @returns a model from [batch, height, width, channels] to [batch, classes] or [batch, targets]; the caller disposes it
 * @throws UsageError before anything is built: when the picture is too small, or the classes fewer than two
 * @see Y. LeCun et al., "Gradient-Based Learning Applied to Document Recognition" (1998), section II.B
 * @example
 * leNet({ inputShape: [32, 32, 1], classes: 10 }).countParams(); // 61706
 */
export function leNet(options: LeNetOptions): tf.LayersModel {
  checkOptions("leNet", options, ["inputShape", "activation", ...networkOptionNames]);
  const { inputShape = [32, 32, 3], activation = "relu", seed = 0 } = options;
  assertNetwork("leNet", options);
  assertOneOf("leNet", { activation }, activations);
  assertInputShape("leNet", inputShape, { rank: 3, smallestSide: SMALLEST_SIDE, why: tooSmall });

  const conv = (name: string, filters: number, padding: "same" | "valid") =>
    tf.layers.conv2d({
      name,
      filters,
      kernelSize: 5,
      padding,
      activation,
      kernelInitializer: initializer(activation, seed, name),
    });
  const dense = (name: string, units: number) =>
    tf.layers.dense({ name, units, activation, kernelInitializer: initializer(activation, seed, name) });

  const image = tf.input({ shape: [...inputShape] });
  const small = Math.min(inputShape[0]!, inputShape[1]!) < UNPADDED_FROM;
  const hidden = [
    conv("conv1", 6, small ? "same" : "valid"),
    tf.layers.maxPooling2d({ name: "pool1", poolSize: 2 }),
    conv("conv2", 16, "valid"),
    tf.layers.maxPooling2d({ name: "pool2", poolSize: 2 }),
    tf.layers.flatten({ name: "flatten" }),
    dense("dense1", 120),
    dense("dense2", 84),
    outputLayer(options),
  ];
  const output = hidden.reduce((x, layer) => layer.apply(x) as tf.SymbolicTensor, image);
  return tf.model({ name: "LeNet", inputs: image, outputs: output });
}
