import type { PredictionLog } from "../../core/index.js";
import { predictedClasses } from "../metrics/predicted-classes.js";

/**
 * Which rows of a log are wrong: 1 where the class of the highest probability is not the label, shape [samples].
 *
 * @example
 * const log = { split: "test", ids: ["a", "b"], labels: Int32Array.of(0, 0), classes: ["cat", "dog"], tags: {} };
 * wrongRows({ ...log, probabilities: Float32Array.of(0.9, 0.1, 0.2, 0.8) }); // Uint8Array [0, 1]
 */
export function wrongRows(log: PredictionLog): Uint8Array {
  const predicted = predictedClasses(log);
  return Uint8Array.from(predicted, (guess, row) => Number(guess !== log.labels[row]));
}
