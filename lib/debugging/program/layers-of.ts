import * as tf from "@tensorflow/tfjs";

/** Every layer that computes something itself, in order: models inside the model are opened up. */
export function layersOf(model: tf.LayersModel): tf.layers.Layer[] {
  return model.layers.flatMap((layer) => (layer instanceof tf.LayersModel ? layersOf(layer) : [layer]));
}
