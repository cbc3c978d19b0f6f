import * as tf from "@tensorflow/tfjs";
import { checkOptions, UsageError } from "../core/index.js";
import { type Activation, initializer } from "./initializer.js";

/** Options for {@link leNet}. */
export interface LeNetOptions {
  /** One image's shape, [height, width, channels]; defaults to [32, 32, 3]. The smaller side is 12 or more. */
  inputShape?: readonly [number, number, number];
  /** How many classes to tell apart, 2 or more. */
  classes: number;
  /** The hidden layers' activation; defaults to "relu". The weights start as it needs them: He's or Glorot's normal. */
  activation?: Activation;
  /** Seed of the weights; defaults to 0. The same seed gives the same weights. */
  seed?: number;
}

/** Below 32 pixels the first convolution pads, so that digits of 28 × 28 meet the later layers at the paper's sizes. */
const UNPADDED_FROM = 32;

/** Two convolutions and two poolings leave nothing of a smaller picture. */
const SMALLEST_SIDE = 12;

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
 * @returns a model from [batch, height, width, channels] to [batch, classes]; the caller disposes it
 * @throws UsageError when the picture is too small or the classes fewer than two
 * @see Y. LeCun et al., "Gradient-Based Learning Applied to Document Recognition" (1998), section II.B
 * @example
 * leNet({ inputShape: [32, 32, 1], classes: 10 }).countParams(); // 61706
 */
export function leNet(options: LeNetOptions): tf.LayersModel {
  checkOptions("leNet", options, ["inputShape", "classes", "activation", "seed"]);
  const { inputShape = [32, 32, 3], classes, activation = "relu", seed = 0 } = options;
  assertBuildable(inputShape, classes);

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
  const small = Math.min(inputShape[0], inputShape[1]) < UNPADDED_FROM;
  const hidden = [
    conv("conv1", 6, small ? "same" : "valid"),
    tf.layers.maxPooling2d({ name: "pool1", poolSize: 2 }),
    conv("conv2", 16, "valid"),
    tf.layers.maxPooling2d({ name: "pool2", poolSize: 2 }),
    tf.layers.flatten({ name: "flatten" }),
    dense("dense1", 120),
    dense("dense2", 84),
    tf.layers.dense({
      name: "output",
      units: classes,
      activation: "softmax",
      kernelInitializer: initializer("output", seed, "output"),
    }),
  ];
  const output = hidden.reduce((x, layer) => layer.apply(x) as tf.SymbolicTensor, image);
  return tf.model({ name: "LeNet", inputs: image, outputs: output });
}

function assertBuildable(inputShape: readonly number[], classes: number): void {
  const [height, width] = inputShape;
  if (inputShape.length !== 3 || !inputShape.every((size) => Number.isInteger(size) && size > 0))
    throw new UsageError({
      got: `leNet got inputShape [${inputShape.join(", ")}].`,
      expected: "three whole numbers, [height, width, channels].",
      fix: "pass { inputShape: [28, 28, 1] } for grey pictures, or { inputShape: dataset.shape }.",
    });
  if (Math.min(height!, width!) < SMALLEST_SIDE)
    throw new UsageError({
      got: `leNet got pictures of ${height} × ${width} pixels.`,
      expected: `at least ${SMALLEST_SIDE} × ${SMALLEST_SIDE}: two convolutions and two poolings leave nothing of less.`,
      fix: `scale the pictures up, or pass { inputShape: [32, 32, ${inputShape[2]}] }.`,
    });
  if (!Number.isInteger(classes) || classes < 2)
    throw new UsageError({
      got: `leNet got classes = ${classes}.`,
      expected: "a whole number of 2 or more: a yes-or-no question has two classes.",
      fix: "pass { classes: 2 }, or { classes: dataset.classes.length }.",
    });
}
