import {
  type BootstrapOptions,
  bootstrapInterval,
  type Interval,
  type PredictionLog,
} from "../../core/index.js";
import { assertPredictionLog } from "../logs/assert-prediction-log.js";
import { meanOf } from "./mean-of.js";

/** A probability below this counts as this, as in training: −log 0 is infinite. */
const smallest = 1e-7;

/**
 * The mean of −log(probability of the label), in nats, with a bootstrapped interval: the loss that classifiers minimise.
 *
 * @throws UsageError for a faulty log, or options that are none
 * @see scikit-learn, `sklearn.metrics.log_loss`
 * @example
 * const log = { split: "test", ids: ["a", "b"], labels: Int32Array.of(0, 1), classes: ["cat", "dog"], tags: {} };
 * logLoss({ ...log, probabilities: Float32Array.of(0.5, 0.5, 0.75, 0.25) }).estimate.toFixed(4); // "1.0397"
 */
export function logLoss(log: PredictionLog, options: BootstrapOptions = {}): Interval {
  assertPredictionLog(log, log.split);
  const { labels, probabilities, classes } = log;
  const losses = Float64Array.from(
    labels,
    (label, row) => -Math.log(Math.max(probabilities[row * classes.length + label]!, smallest)),
  );
  return bootstrapInterval(labels.length, (rows) => meanOf(losses, rows), options);
}
