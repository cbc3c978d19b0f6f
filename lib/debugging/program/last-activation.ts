import type * as tf from "@tensorflow/tfjs";
import { layersOf } from "./layers-of.js";

/** Layers that pass their input's values on unchanged, at least in evaluation mode. */
const passesThrough = [
  "Reshape",
  "Flatten",
  "Dropout",
  "GaussianNoise",
  "GaussianDropout",
  "AlphaDropout",
  "Permute",
];

/**
 * The activation a layer ends with, in TensorFlow.js' names, or undefined where it says nothing of one.
 *
 * @example
 * activationOf(tf.layers.softmax()); // "softmax"
 */
export function activationOf(layer: tf.layers.Layer): string | undefined {
  const kinds: Record<string, string> = {
    Softmax: "softmax",
    ReLU: "relu",
    LeakyReLU: "leakyRelu",
    ELU: "elu",
  };
  const kind = kinds[layer.getClassName()];
  if (kind !== undefined) return kind;
  try {
    const { activation } = layer.getConfig() as { activation?: unknown };
    return typeof activation === "string" ? activation : undefined;
  } catch {
    return undefined; // a layer of the user's own without a config
  }
}

/**
 * The activations at the end of a model, last one first, as far as they follow each other with nothing between:
 * `["softmax", "softmax"]` for a softmax on a softmax.
 */
export function lastActivations(model: tf.LayersModel): string[] {
  const activations: string[] = [];
  for (const layer of layersOf(model).reverse()) {
    if (passesThrough.includes(layer.getClassName())) continue;
    const activation = activationOf(layer);
    if (activation !== undefined && activation !== "linear") activations.push(activation);
    else if (activation === undefined || layer.countParams() > 0) {
      if (activations.length === 0) activations.push(activation ?? "unknown");
      break;
    }
    if (layer.countParams() > 0) break; // a dense layer mixes what came before
  }
  return activations;
}
