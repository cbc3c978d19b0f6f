import * as tf from "@tensorflow/tfjs";
import type { Dataset } from "../core/index.js";
import { toInput } from "./to-input.js";

/**
 * A whole data set as two tensors, for `model.fit` and for a program that the doctor is to check.
 *
 * @returns x: float32, shape [samples, …sample], scaled by {@link toInput}; y: one-hot labels, float32, shape
 *   [samples, classes]. The caller disposes both
 */
export function toTensors(dataset: Dataset): { x: tf.Tensor; y: tf.Tensor2D } {
  const everySample = Uint32Array.from({ length: dataset.size }, (_, i) => i);
  const x = toInput(dataset.batch(everySample));
  const y = tf.tidy(() => {
    const labels = tf.tensor1d(dataset.labels, "int32"); // [samples]
    return tf.oneHot(labels, dataset.classes.length).toFloat() as tf.Tensor2D; // [samples, classes]
  });
  return { x, y };
}
