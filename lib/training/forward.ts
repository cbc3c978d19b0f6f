import type * as tf from "@tensorflow/tfjs";
import { type CompiledStep, compile } from "../backend/index.js";

/** A model in evaluation mode, as one compiled call where the backend can; the owner disposes it. */
export type Forward = CompiledStep<[x: tf.Tensor], tf.Tensor>;

/** No dropout, no augmentation, batch-norm's running statistics: from [batch, …sample] to the model's output. */
export function forwardOf(model: tf.LayersModel): Forward {
  return compile((x: tf.Tensor) => model.apply(x, { training: false }) as tf.Tensor, { watch: [model] });
}
