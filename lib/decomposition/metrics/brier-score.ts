import {
  type BootstrapOptions,
  bootstrapInterval,
  type Interval,
  type PredictionLog,
} from "../../core/index.js";
import { assertPredictionLog } from "../logs/assert-prediction-log.js";
import { meanOf } from "./mean-of.js";

/**
 * The mean squared distance between the probabilities and what came true, with a bootstrapped interval; 0 is perfect.
 *
 * Of two classes that of the second alone, 0…1; of more the sum over the classes, 0…2. So has scikit-learn it.
 *
 * @throws UsageError for a faulty log, or options that are none
 * @see G. W. Brier, "Verification of Forecasts Expressed in Terms of Probability" (1950); scikit-learn,
 *   `sklearn.metrics.brier_score_loss`
 * @example
 * const log = { split: "test", ids: ["a", "b"], labels: Int32Array.of(0, 1), classes: ["cat", "dog"], tags: {} };
 * brierScore({ ...log, probabilities: Float32Array.of(0.5, 0.5, 0.75, 0.25) }).estimate; // 0.40625
 */
export function brierScore(log: PredictionLog, options: BootstrapOptions = {}): Interval {
  assertPredictionLog(log, log.split);
  const { labels, probabilities, classes } = log;
  const width = classes.length;
  const distances = Float64Array.from(labels, (label, row) => {
    if (width === 2) return (probabilities[2 * row + 1]! - label) ** 2;
    let sum = 0;
    for (let k = 0; k < width; k++) sum += (probabilities[row * width + k]! - Number(k === label)) ** 2;
    return sum;
  });
  return bootstrapInterval(labels.length, (rows) => meanOf(distances, rows), options);
}
