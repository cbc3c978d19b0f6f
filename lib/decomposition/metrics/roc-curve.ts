import {
  areaInterval,
  areaUnderRoc,
  checkOptions,
  type IntervalOptions,
  type PredictionLog,
  type RocCurve,
  UsageError,
} from "../../core/index.js";
import { assertPredictionLog } from "../logs/assert-prediction-log.js";
import { oneAgainstRest, positiveClass } from "./positive-class.js";
import { type AtThreshold, thresholds } from "./thresholds.js";

/** Options for {@link rocCurve} and {@link precisionRecallCurve}. */
export interface CurveOptions extends IntervalOptions {
  /** The class that is to be found, by name or index; of two classes it defaults to the second. */
  positive?: string | number;
}

/**
 * How well one class is told from the others at every threshold of its probability, and the area under that curve with
 * DeLong's interval.
 *
 * The area is the probability that a sample of the class gets a higher score than one of the others; 0.5 is chance.
 *
 * @throws UsageError for a faulty log, for more than two classes and no word of which one is meant, and where the log
 *   holds no sample of the class, or no other
 * @see T. Fawcett, "An Introduction to ROC Analysis" (2006); E. DeLong et al. (1988), as in `areaUnderRoc`; scikit-learn,
 *   `roc_curve` and `roc_auc_score`
 * @example
 * const log = { split: "test", ids: ["a", "b", "c", "d"], labels: Int32Array.of(0, 0, 1, 1), classes: ["no", "yes"], tags: {} };
 * const { area } = rocCurve({ ...log, probabilities: Float32Array.of(0.9, 0.1, 0.6, 0.4, 0.65, 0.35, 0.2, 0.8) });
 * area.estimate; // 0.75
 */
export function rocCurve(log: PredictionLog, options: CurveOptions = {}): RocCurve {
  checkOptions("rocCurve", options, ["positive", "confidence"]);
  assertPredictionLog(log, log.split);
  const { confidence = 0.95 } = options;
  const index = positiveClass("rocCurve", log.classes, options.positive);
  const rest = oneAgainstRest(log, index);
  const { positives } = rest;
  const negatives = log.labels.length - positives;
  if (positives === 0 || negatives === 0)
    throw new UsageError({
      got: `rocCurve got ${positives} samples of ${log.classes[index]} and ${negatives} of the others.`,
      expected: "one of each at least.",
      fix: "score a split that holds both, or look at another class.",
    });
  const nothing = { threshold: Number.POSITIVE_INFINITY, truePositives: 0, falsePositives: 0 };
  const corners = [nothing, ...withoutStraights(thresholds(rest))];
  return {
    positive: log.classes[index]!,
    points: corners.map(({ threshold, truePositives, falsePositives }) => ({
      threshold,
      falsePositiveRate: falsePositives / negatives,
      truePositiveRate: truePositives / positives,
    })),
    area: areaInterval(areaUnderRoc(rest.scores, rest.positive), positives, { confidence }),
    ...{ positives, negatives, confidence },
  };
}

/** Without the points in the middle between their neighbours: of samples of one kind in a row, the ends are enough. */
function withoutStraights(steps: readonly AtThreshold[]): AtThreshold[] {
  return steps.filter((step, i) => {
    const [before, behind] = [steps[i - 1], steps[i + 1]];
    if (before === undefined || behind === undefined) return true;
    const right = behind.falsePositives - step.falsePositives;
    const up = behind.truePositives - step.truePositives;
    return (
      right !== step.falsePositives - before.falsePositives ||
      up !== step.truePositives - before.truePositives
    );
  });
}
