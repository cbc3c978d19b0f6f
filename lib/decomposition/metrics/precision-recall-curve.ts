import {
  checkOptions,
  type Interval,
  logitInterval,
  type PrecisionRecallCurve,
  type PredictionLog,
  twoSidedQuantile,
  UsageError,
  wilsonLimits,
} from "../../core/index.js";
import { assertPredictionLog } from "../logs/assert-prediction-log.js";
import { oneAgainstRest, positiveClass } from "./positive-class.js";
import type { CurveOptions } from "./roc-curve.js";
import { thresholds } from "./thresholds.js";

/**
 * How clean the findings of one class are at every threshold of its probability, by how many of it are found; the area
 * is average precision, with a logit interval. For rare classes it says more than the ROC curve.
 *
 * A model that knows nothing has an average precision equal to the share of the class.
 *
 * @throws UsageError for a faulty log, for more than two classes and no word of which one is meant, and where the log
 *   holds no sample of the class
 * @see K. Boyd, K. Eng and D. Page, "Area under the Precision-Recall Curve: Point Estimates and Confidence Intervals" (2013);
 *   scikit-learn, `precision_recall_curve` and `average_precision_score`
 * @example
 * const log = { split: "test", ids: ["a", "b", "c", "d"], labels: Int32Array.of(0, 0, 1, 1), classes: ["no", "yes"], tags: {} };
 * const probabilities = Float32Array.of(0.9, 0.1, 0.6, 0.4, 0.65, 0.35, 0.2, 0.8);
 * precisionRecallCurve({ ...log, probabilities }).area.estimate.toFixed(4); // "0.8333"
 */
export function precisionRecallCurve(log: PredictionLog, options: CurveOptions = {}): PrecisionRecallCurve {
  checkOptions("precisionRecallCurve", options, ["positive", "confidence"]);
  assertPredictionLog(log, log.split);
  const { confidence = 0.95 } = options;
  const index = positiveClass("precisionRecallCurve", log.classes, options.positive);
  const rest = oneAgainstRest(log, index);
  const { positives } = rest;
  if (positives === 0)
    throw new UsageError({
      got: `precisionRecallCurve got no samples of ${log.classes[index]}.`,
      expected: "one at least: there is nothing to find.",
      fix: "score a split that holds some, or look at another class.",
    });
  const steps = thresholds(rest).map(({ threshold, truePositives, falsePositives }) => ({
    threshold,
    recall: truePositives / positives,
    precision: truePositives / (truePositives + falsePositives),
  }));
  const points = [{ threshold: Number.POSITIVE_INFINITY, recall: 0, precision: 1 }, ...steps];
  const averagePrecision = steps.reduce(
    (sum, { recall, precision }, i) => sum + (recall - points[i]!.recall) * precision,
    0,
  );
  return {
    positive: log.classes[index]!,
    points,
    area: precisionInterval(averagePrecision, positives, twoSidedQuantile(confidence)),
    ...{ positives, negatives: log.labels.length - positives, confidence },
  };
}

/** Boyd's logit interval, and at 1, where it has no width, Wilson's of as many positives. */
function precisionInterval(estimate: number, positives: number, z: number): Interval {
  if (estimate > 1 - 1e-12) return wilsonLimits(1, positives, z);
  return logitInterval(estimate, Math.sqrt((estimate * (1 - estimate)) / positives), z);
}
