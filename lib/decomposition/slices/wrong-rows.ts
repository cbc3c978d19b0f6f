import type { PredictionLog } from "../../core/index.js";
import { predictedClasses } from "../metrics/predicted-classes.js";

/**
 * 1 where a log's row is wrong and 0 where it is right, by the rule of `countErrors`.
 *
 * @returns shape [samples]
 * @example
 * wrongRows({ labels: Int32Array.of(0, 0), probabilities: Float32Array.of(0.9, 0.1, 0.2, 0.8), classes: ["cat", "dog"] }); // Float32Array [0, 1]
 */
export function wrongRows(log: Pick<PredictionLog, "labels" | "probabilities" | "classes">): Float32Array {
  const predicted = predictedClasses(log);
  const wrong = new Float32Array(predicted.length);
  for (let row = 0; row < wrong.length; row++) wrong[row] = Number(predicted[row] !== log.labels[row]);
  return wrong;
}
