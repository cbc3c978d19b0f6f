import * as tf from "@tensorflow/tfjs";

/** Something besides its arguments that decides what a step does. */
export type Watched = tf.LayersModel | tf.Optimizer | (() => unknown);

/** A text that changes when what is watched does: a layer is frozen, a learning rate is set. */
export function stateOf(watched: readonly Watched[]): string {
  return watched.map(stateOfOne).join("|");
}

function stateOfOne(watched: Watched): string {
  if (watched instanceof tf.LayersModel)
    return watched.weights.map((weight) => (weight.trainable ? 1 : 0)).join("");
  return JSON.stringify(watched instanceof tf.Optimizer ? watched.getConfig() : watched());
}
