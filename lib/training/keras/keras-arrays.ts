import * as tf from "@tensorflow/tfjs";
import { UsageError } from "../../core/index.js";

/** One array of a layer's weights, by the name that it has in the file. */
export interface KerasArray {
  /** `<layer>.<place among the layer's weights>`: "conv1.0" is its kernel, "conv1.1" its bias. */
  readonly name: string;
  /** Stays the model's: nobody disposes it. */
  readonly tensor: tf.Tensor;
}

/**
 * A model's weights layer by layer, in the order in which both TensorFlow.js and Keras 3 keep those of one layer.
 *
 * The order within the whole model is another matter: one puts what is not trained last, the other does not. So arrays
 * go by the layer's name.
 *
 * @param functionName - as the caller typed it
 * @throws UsageError where a layer is a model itself, whose own order the two do not share
 */
export function kerasArrays(functionName: string, model: tf.LayersModel): KerasArray[] {
  return model.layers.flatMap((layer) => {
    if (layer instanceof tf.LayersModel)
      throw new UsageError({
        got: `${functionName} got a model with the model "${layer.name}" as one of its layers.`,
        expected: "layers alone: Keras and TensorFlow.js order an inner model's weights differently.",
        fix: `exchange the inner model by itself, ${functionName}("${layer.name}.npz", model.getLayer("${layer.name}")), or build both flat.`,
      });
    return layer.getWeights().map((tensor, place) => ({ name: `${layer.name}.${place}`, tensor }));
  });
}
