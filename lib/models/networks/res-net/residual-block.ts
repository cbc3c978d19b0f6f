import * as tf from "@tensorflow/tfjs";
import { convBatchNorm, relu } from "./conv-batch-norm.js";

/** Options of {@link residualBlock}. */
export interface ResidualBlockOptions {
  name: string;
  /** Of the block's 3 × 3 convolutions; a bottleneck's output has four times as many. */
  channels: number;
  /** 2 halves the picture's sides. */
  strides: number;
  bottleneck: boolean;
  /** Whether the block at first adds nothing to what passes it by. */
  zeroInitResidual: boolean;
  /** Of the model. */
  seed: number;
}

/** A bottleneck's output has so many times the channels of its middle. */
const EXPANSION = 4;

/** What comes in, plus what two or three convolutions make of it. */
export function residualBlock(
  x: tf.SymbolicTensor,
  { name, channels, strides, bottleneck, zeroInitResidual, seed }: ResidualBlockOptions,
): tf.SymbolicTensor {
  const outputChannels = bottleneck ? EXPANSION * channels : channels;
  const layers = bottleneck
    ? [
        { filters: channels, kernelSize: 1, strides: 1 },
        { filters: channels, kernelSize: 3, strides },
        { filters: outputChannels, kernelSize: 1, strides: 1 },
      ]
    : [
        { filters: channels, kernelSize: 3, strides },
        { filters: channels, kernelSize: 3, strides: 1 },
      ];
  const last = layers.length - 1;
  const residual = layers.reduce((y, layer, i) => {
    const part = `${name}_conv${i + 1}`;
    const normed = convBatchNorm(y, {
      ...layer,
      name: part,
      zeroScale: zeroInitResidual && i === last,
      seed,
    });
    return i === last ? normed : relu(normed, `${part}_relu`);
  }, x);
  const changes = strides !== 1 || x.shape.at(-1) !== outputChannels;
  const shortcut = changes
    ? convBatchNorm(x, { name: `${name}_shortcut`, filters: outputChannels, kernelSize: 1, strides, seed })
    : x;
  const sum = tf.layers.add({ name: `${name}_add` }).apply([shortcut, residual]) as tf.SymbolicTensor;
  return relu(sum, `${name}_relu`);
}
