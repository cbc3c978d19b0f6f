import type * as tf from "@tensorflow/tfjs";

/**
 * The regularization terms of a model's weights, each a scalar that the caller disposes.
 *
 * A `tf.sequential` keeps its layers' terms in a model inside it, and by itself reports none.
 */
export function penalties(model: tf.LayersModel): tf.Scalar[] {
  const inner = (model as { model?: tf.LayersModel }).model;
  return (inner ?? model).calculateLosses();
}
