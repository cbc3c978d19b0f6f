import type { ConfusionMatrix, PredictionLog } from "../../core/index.js";
import { assertPredictionLog } from "../logs/assert-prediction-log.js";
import { predictedClasses } from "./predicted-classes.js";

/**
 * How often each class was taken for each other one.
 *
 * @returns counts, row-major, shape [classes, classes]: a row for each label, a column for each prediction
 * @throws UsageError for a faulty log
 * @see scikit-learn, `sklearn.metrics.confusion_matrix`
 * @example
 * const log = { split: "test", ids: ["a", "b"], labels: Int32Array.of(0, 0), classes: ["cat", "dog"], tags: {} };
 * confusionMatrix({ ...log, probabilities: Float32Array.of(0.9, 0.1, 0.2, 0.8) }).counts; // Int32Array [1, 1, 0, 0]
 */
export function confusionMatrix(log: PredictionLog): ConfusionMatrix {
  assertPredictionLog(log, log.split);
  const { classes, labels } = log;
  const counts = new Int32Array(classes.length ** 2);
  for (const [row, predicted] of predictedClasses(log).entries())
    counts[labels[row]! * classes.length + predicted]!++;
  return { classes, counts };
}
