import * as tf from "@tensorflow/tfjs";

/** How {@link maskedSteps} runs a recurrent layer. */
export interface MaskedStepsOptions {
  /** The state before the first step, shape [batch, units]. */
  readonly start: tf.Tensor;
  /** From [steps, batch, features] to the states after each step, [steps, batch, units]. */
  readonly run: (timeMajor: tf.Tensor) => tf.Tensor;
  readonly returnSequences: boolean;
}

/**
 * Runs a recurrent layer that skips masked steps, by ops that cannot skip: each sequence's steps that count are moved
 * to its front, and the state after the last of them is taken. What follows has no influence.
 *
 * @param x - shape [batch, steps, features]
 * @param mask - true where a step counts, shape [batch, steps]
 * @returns shape [batch, units], or [batch, steps, units] where sequences are returned
 */
export function maskedSteps(
  x: tf.Tensor,
  mask: tf.Tensor,
  { start, run, returnSequences }: MaskedStepsOptions,
): tf.Tensor {
  const [batch, steps, features] = x.shape as [number, number, number];
  const units = start.shape[1]!;
  const counts = tf.cast(tf.reshape(mask, [batch, steps]), "float32");
  const countsFirst = tf.topk(counts.mul(steps).add(tf.range(steps - 1, -1, -1)), steps).indices;
  const sequence = tf.range(0, batch, 1, "int32");
  const rows = countsFirst.add(tf.range(0, batch * steps, steps, "int32").expandDims(1));
  const ordered = tf.gather(tf.reshape(x, [batch * steps, features]), tf.transpose(rows));

  const states = tf.reshape(tf.concat([start.expandDims(0), run(ordered)]), [(steps + 1) * batch, units]);
  const after = (stepsThatCount: tf.Tensor) =>
    tf.cast(stepsThatCount, "int32").mul(tf.scalar(batch, "int32"));
  if (!returnSequences) return tf.gather(states, after(tf.sum(counts, 1)).add(sequence) as tf.Tensor1D);
  return tf.gather(states, after(tf.cumsum(counts, 1)).add(sequence.expandDims(1)) as tf.Tensor2D);
}
