import * as tf from "@tensorflow/tfjs";

/** Every layer of a model, those inside of other layers too: nested models, wrappers, cells of recurrent layers. */
export function layersWithin(model: tf.LayersModel): tf.layers.Layer[] {
  const found = new Set<tf.layers.Layer>();
  const visit = (layer: tf.layers.Layer): void => {
    if (found.has(layer)) return;
    found.add(layer);
    for (const value of Object.values(layer))
      for (const part of Array.isArray(value) ? value : [value])
        if (part instanceof tf.layers.Layer) visit(part);
  };
  visit(model);
  return [...found];
}
