import * as tf from "@tensorflow/tfjs";

/**
 * Runs what takes gradients, and frees what tfjs forgets where it throws: the tensors that the forward pass has saved for
 * the backward one.
 */
export function withoutLeftovers<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    const { state } = tf.engine() as unknown as { state: { gradientDepth: number; activeTape?: TapeNode[] } };
    if (state.gradientDepth > 0) throw error; // part of somebody's gradient, whose tape it is
    for (const { saved } of state.activeTape ?? []) tf.dispose(saved ?? []);
    state.activeTape = [];
    throw error;
  }
}

interface TapeNode {
  saved?: tf.Tensor[] | null;
}
