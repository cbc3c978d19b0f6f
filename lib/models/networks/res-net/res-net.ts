import * as tf from "@tensorflow/tfjs";
import { checkOptions } from "../../../core/index.js";
import { assertInputShape } from "../assert-input-shape.js";
import { assertNetwork, assertOneOf } from "../assert-network.js";
import { channelsOf } from "../channels-of.js";
import { type NetworkOptions, networkOptionNames } from "../network-options.js";
import { outputLayer } from "../output-layer.js";
import { type ResNetDepth, resNetDepths } from "./depths.js";
import { residualBlock } from "./residual-block.js";
import { smallestSide, stemLayers } from "./stem.js";

/** Options for {@link resNet}. */
export type ResNetOptions = NetworkOptions & {
  /** Layers with weights from input to output: 18, 34, 50, 101 or 152; defaults to 18. */
  depth?: ResNetDepth;
  /** One image's shape, [height, width, channels]; defaults to [32, 32, 3]. */
  inputShape?: readonly number[];
  /** Multiplies the number of channels in every layer; defaults to 1. The weights go with its square. */
  width?: number;
  /**
   * How the picture enters: "imagenet" by a convolution of 7 × 7 with stride 2 and a pooling, "small" by one of 3 × 3 at
   * full size; defaults to "small" where a side has fewer than 64 pixels.
   */
  stem?: "imagenet" | "small";
  /**
   * Whether each block's last batch norm starts with a scale of 0, so that the block at first adds nothing; defaults
   * to true. Without, every block adds the variance of one, and it grows as the network gets deeper.
   */
  zeroInitResidual?: boolean;
};

const optionNames = ["depth", "inputShape", "width", "stem", "zeroInitResidual"] as const;

/** From this side on, the stem may throw away three quarters of the places twice. */
const LARGE_PICTURE = 64;

/**
 * A residual network: the one to grow into when a first network is too small.
 *
 * The layout is that of torchvision, to the parameter: strides sit in a bottleneck's 3 × 3 convolution, convolutions
 * have no bias, batch norm has ε = 1e-5 and keeps 0.9 of its running statistics. Strided convolutions pad as TensorFlow
 * does, at the right and below, where torchvision pads on all sides. `{ depth: 101, width: 0.125, stem: "small" }`
 * trains on two cores.
 *
 * @returns a model from [batch, height, width, channels] to [batch, classes] or [batch, targets]; the caller disposes it
 * @throws UsageError before anything is built, where an option is not what it should be
 * @see K. He et al., "Deep Residual Learning for Image Recognition" (2016), table 1; P. Goyal et al., "Accurate, Large
 *   Minibatch SGD" (2017), section 5.1, on the scale of 0; torchvision, `torchvision.models.resnet50`
 * @example
 * resNet({ depth: 18, inputShape: [32, 32, 3], classes: 2, width: 0.25 }).countParams(); // 702834
 */
export function resNet(options: ResNetOptions): tf.LayersModel {
  checkOptions("resNet", options, [...optionNames, ...networkOptionNames]);
  const { depth = 18, inputShape = [32, 32, 3], width = 1, zeroInitResidual = true, seed = 0 } = options;
  const { stem = Math.min(inputShape[0]!, inputShape[1]!) < LARGE_PICTURE ? "small" : "imagenet" } = options;
  assertNetwork("resNet", options);
  assertOneOf("resNet", { depth }, Object.keys(resNetDepths).map(Number));
  assertOneOf("resNet", { stem }, ["imagenet", "small"]);
  assertInputShape("resNet", inputShape, {
    rank: 3,
    smallestSide: smallestSide[stem],
    why: `with the stem "${stem}", the strides leave nothing of less.`,
  });
  const first = channelsOf("resNet", 64, width);
  const { blocks, bottleneck } = resNetDepths[depth];

  const image = tf.input({ shape: [...inputShape] });
  let x = stemLayers(image, { stem, channels: first, seed });
  for (const [stage, count] of blocks.entries())
    for (let block = 0; block < count; block++)
      x = residualBlock(x, {
        name: `stage${stage + 1}_block${block + 1}`,
        channels: channelsOf("resNet", 64 * 2 ** stage, width),
        strides: stage > 0 && block === 0 ? 2 : 1,
        bottleneck,
        zeroInitResidual,
        seed,
      });
  const mean = tf.layers.globalAveragePooling2d({ name: "mean" }).apply(x);
  const output = outputLayer(options).apply(mean) as tf.SymbolicTensor;
  return tf.model({ name: `ResNet${depth}`, inputs: image, outputs: output });
}
