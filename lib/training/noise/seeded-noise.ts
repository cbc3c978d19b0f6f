import * as tf from "@tensorflow/tfjs";
import { type RandomSource, randomSource } from "../../core/index.js";
import { layersWithin } from "./layers-within.js";
import { keepMask, noiseOfLayer } from "./noise-of-layer.js";

/** Layers whose noise follows a seed, until they are released. */
export interface SeededNoise {
  /** Whether there is no layer that draws. */
  readonly isSilent: boolean;
  /** Sets the noise of the next call of the model: the same step and part, the same noise. */
  begin(step: number, part?: number): void;
  /** Gives the layers back as they were. */
  release(): void;
}

/** A cell of a recurrent layer, which asks this function for its masks, if it has one. */
type Cell = tf.layers.Layer & { dropoutFunc?: ((ones: tf.Tensor, rate: number) => tf.Tensor) | undefined };

/** What tfjs's layers call first, for whoever watches them. */
interface Hooked {
  invokeCallHook(inputs: tf.Tensor | tf.Tensor[], kwargs: unknown): void;
}

/**
 * Lets the dropout and noise layers of a model draw from streams of a seed. tfjs's own are unseeded, or drop the same
 * units at every step.
 *
 * Noise is addressed, not continued: layer k in step n has a stream of its own, so that a training that goes on at
 * step n finds the noise that it would have had.
 *
 * @param seed - of the training
 */
export function seededNoise(model: tf.LayersModel, seed: number): SeededNoise {
  let step = 0;
  let part = 0;
  const calls = new Map<number, number>();
  /** The stream of a layer's next call: one of shared weights, or in a loop over time, is called more than once. */
  const streamOf = (layer: number): RandomSource => {
    const call = calls.get(layer) ?? 0;
    calls.set(layer, call + 1);
    return randomSource(seed, "noise", step, part, layer, call);
  };
  const restore = layersWithin(model).map((layer, index) => putOnStreams(layer, () => streamOf(index)));
  return {
    isSilent: restore.every((undo) => undo === nothing),
    begin(nextStep, nextPart = 0) {
      step = nextStep;
      part = nextPart;
      calls.clear();
    },
    release() {
      for (const undo of restore) undo();
    },
  };
}

/** Puts a layer's noise on streams; returns how to undo it. */
function putOnStreams(layer: tf.layers.Layer, stream: () => RandomSource): () => void {
  const cell = layer as Cell;
  if ("dropoutFunc" in cell) {
    const before = cell.dropoutFunc;
    cell.dropoutFunc = (ones, rate) => keepMask(ones.shape, rate, stream);
    return () => {
      cell.dropoutFunc = before;
    };
  }
  const noise = noiseOfLayer(layer);
  if (noise === undefined) return nothing;
  const own = Object.getOwnPropertyDescriptor(layer, "call");
  const call = layer.call;
  layer.call = (inputs, kwargs) => {
    if (kwargs.training !== true) return call.call(layer, inputs, kwargs);
    (layer as unknown as Hooked).invokeCallHook(inputs, kwargs);
    return tf.tidy(() => noise(Array.isArray(inputs) ? inputs[0]! : inputs, stream));
  };
  return () => {
    delete (layer as { call?: unknown }).call; // the class's own shows again
    if (own !== undefined) Object.defineProperty(layer, "call", own);
  };
}

const nothing = (): void => {};
