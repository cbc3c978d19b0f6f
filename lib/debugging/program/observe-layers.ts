import type * as tf from "@tensorflow/tfjs";
import { layersOf } from "./layers-of.js";

/** Called for each layer, in the order in which they run. */
export type LayerObserver = (layer: tf.layers.Layer, inputs: tf.Tensor[], outputs: tf.Tensor[]) => void;

type Call = (inputs: tf.Tensor | tf.Tensor[], kwargs: Record<string, unknown>) => tf.Tensor | tf.Tensor[];

/**
 * Runs something that uses a model and shows every layer's inputs and outputs as they pass: what a layer truly
 * sees, whatever the program does to its data on the way there.
 *
 * @param run - calls the model, through predict, apply, or a step of training
 * @param observe - must be quick and must not dispose what it is shown
 * @returns what `run` returns; the model is as before, also after an exception
 */
export function observeLayers<Result>(
  model: tf.LayersModel,
  run: () => Result,
  observe: LayerObserver,
): Result {
  const undo = layersOf(model).map((layer) => wrapCall(layer, observe));
  try {
    return run();
  } finally {
    for (const put of undo) put();
  }
}

/** Puts an observer around one layer's `call`; returns the way back. */
function wrapCall(layer: tf.layers.Layer, observe: LayerObserver): () => void {
  const target = layer as unknown as { call: Call };
  const own = Object.hasOwn(target, "call");
  const original = target.call;
  target.call = (inputs, kwargs) => {
    const outputs = original.call(layer, inputs, kwargs);
    observe(layer, [inputs].flat(), [outputs].flat());
    return outputs;
  };
  return () => {
    if (own) target.call = original;
    else delete (target as Partial<typeof target>).call;
  };
}
