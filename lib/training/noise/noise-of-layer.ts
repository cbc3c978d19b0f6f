import * as tf from "@tensorflow/tfjs";
import { hostTensor } from "../../backend/index.js";
import { normal, type RandomSource } from "../../core/index.js";

/** Starts the stream that the next draw of noise takes its chance from. */
export type NoiseStream = () => RandomSource;

/** What a layer of tfjs does to its input in training mode. */
export type LayerNoise = (input: tf.Tensor, stream: NoiseStream) => tf.Tensor;

/** A layer of tfjs with the settings that its noise has. */
type Noisy = tf.layers.Layer & {
  rate: number;
  stddev: number;
  noiseShape?: number[];
  getNoiseShape(input: tf.Tensor): number[] | null | undefined;
};

/** SELU's lowest value, −λα, which stands for "off" in alpha dropout. */
const seluFloor = -1.0507009873554805 * 1.6732632423543772;

/**
 * The noise of a layer by its class, or undefined for a layer without any.
 *
 * tfjs's own draws without a seed or, where a layer has one, the same mask at every step; and its alpha dropout gives
 * dropped units SELU's lowest value with the wrong sign, which moves the mean.
 */
export function noiseOfLayer(layer: tf.layers.Layer): LayerNoise | undefined {
  const { rate, stddev, noiseShape } = layer as Noisy;
  switch (layer.getClassName()) {
    case "Dropout":
    case "SpatialDropout1D":
      return rate > 0 && rate < 1
        ? (x, stream) => x.mul(keepMask((layer as Noisy).getNoiseShape(x) ?? x.shape, rate, stream))
        : undefined;
    case "GaussianNoise":
      return (x, stream) => x.add(normals(x.shape, 0, stddev, stream));
    case "GaussianDropout":
      return rate > 0 && rate < 1
        ? (x, stream) => x.mul(normals(x.shape, 1, Math.sqrt(rate / (1 - rate)), stream))
        : undefined;
    case "AlphaDropout":
      return rate > 0 && rate < 1 ? alphaDropout(rate, noiseShape) : undefined;
    default:
      return undefined;
  }
}

/** 0 with probability `rate`, and otherwise 1 / (1 − rate), so that the mean stays. */
export function keepMask(shape: readonly number[], rate: number, stream: NoiseStream): tf.Tensor {
  const kept = 1 / (1 - rate);
  return filled(shape, stream, (random) => (random() < rate ? 0 : kept));
}

/** @see G. Klambauer et al., "Self-Normalizing Neural Networks" (2017), section 3, on alpha dropout */
function alphaDropout(rate: number, noiseShape: readonly number[] | undefined): LayerNoise {
  const scale = ((1 - rate) * (1 + rate * seluFloor ** 2)) ** -0.5;
  const offset = -scale * seluFloor * rate;
  return (x, stream) => {
    const kept = filled(noiseShape ?? x.shape, stream, (random) => (random() < rate ? 0 : 1));
    const dropped = x.mul(kept).add(kept.sub(1).mul(-seluFloor));
    return dropped.mul(scale).add(offset);
  };
}

function normals(shape: readonly number[], mean: number, deviation: number, stream: NoiseStream): tf.Tensor {
  return filled(shape, stream, (random) => mean + deviation * normal(random));
}

/** Drawn anew at each call, in a compiled step too. */
function filled(
  shape: readonly number[],
  stream: NoiseStream,
  draw: (random: RandomSource) => number,
): tf.Tensor {
  return hostTensor(() => {
    const random = stream();
    const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
    for (let i = 0; i < values.length; i++) values[i] = draw(random);
    return tf.tensor(values, [...shape]);
  });
}
