import type * as tf from "@tensorflow/tfjs";
import { type CompiledStep, compile } from "../backend/index.js";

/** A model in evaluation mode, as one compiled call where the backend can; the owner disposes it. */
export type Forward = CompiledStep<tf.Tensor[], tf.Tensor>;

/**
 * No dropout, no augmentation, batch-norm's running statistics: from [batch, …sample] to the model's output.
 *
 * @param inputOf - makes the model's input of what a call is given, in ops that can be compiled; defaults to the first of it
 */
export function forwardOf(
  model: tf.LayersModel,
  inputOf: (...given: tf.Tensor[]) => tf.Tensor = (x) => x!,
): Forward {
  const forward = (...given: tf.Tensor[]) => model.apply(inputOf(...given), { training: false }) as tf.Tensor;
  return compile(forward, { watch: [model] });
}
