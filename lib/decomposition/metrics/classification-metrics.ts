import {
  type BootstrapOptions,
  bootstrapOptionNames,
  type ConfusionMatrix,
  checkOptions,
  type Interval,
  type PredictionLog,
  wilsonInterval,
} from "../../core/index.js";
import { countErrors } from "../logs/count-errors.js";
import { areaUnderRocOfLog } from "./area-under-roc-of-log.js";
import { balancedAccuracy, type MacroScores, macroScores } from "./average-scores.js";
import { brierScore } from "./brier-score.js";
import { calibration } from "./calibration.js";
import { type ClassScores, classScores } from "./class-scores.js";
import { confusionMatrix } from "./confusion-matrix.js";
import { logLoss } from "./log-loss.js";

/** All that a prediction log says of its classifier in single numbers, each with its interval. */
export interface ClassificationMetrics {
  readonly samples: number;
  readonly confidence: number;
  /** Share of wrong predictions. */
  readonly error: Interval;
  /** Share of right predictions; micro-averaged precision, recall and F1 are the same number. */
  readonly accuracy: Interval;
  /** Mean recall of the classes that have samples. */
  readonly balancedAccuracy: Interval;
  /** Means over the classes that occur. */
  readonly macro: MacroScores;
  readonly classes: readonly ClassScores[];
  readonly confusion: ConfusionMatrix;
  /** Of the second of two classes; of more the mean of each against the others. Absent where all samples are of one class. */
  readonly areaUnderRoc?: Interval;
  /** In nats. */
  readonly logLoss: Interval;
  readonly brierScore: Interval;
  /** Expected calibration error of the predicted class, in 15 bins. */
  readonly calibrationError: Interval;
}

/**
 * Scores a classifier by its prediction log: every usual metric with an interval, so that no difference is believed that
 * chance can make.
 *
 * @throws UsageError for a faulty log, or options that are none
 * @see each metric's own function, and docs/metrics.md for a table of the intervals
 * @example
 * const log = { split: "test", ids: ["a", "b"], labels: Int32Array.of(0, 1), classes: ["no", "yes"], tags: {} };
 * const { accuracy } = classificationMetrics({ ...log, probabilities: Float32Array.of(0.9, 0.1, 0.3, 0.7) });
 * [accuracy.estimate, accuracy.low.toFixed(2), accuracy.high]; // [1, "0.34", 1]
 */
export function classificationMetrics(
  log: PredictionLog,
  options: BootstrapOptions = {},
): ClassificationMetrics {
  checkOptions("classificationMetrics", options, bootstrapOptionNames);
  const confusion = confusionMatrix(log);
  const { confidence = 0.95 } = options;
  const { errors, samples } = countErrors(log);
  const classes = classScores(confusion, { confidence });
  const severalClasses = classes.filter((each) => each.samples > 0).length > 1;
  return {
    ...{ samples, confidence },
    error: wilsonInterval(errors, samples, { confidence }),
    accuracy: wilsonInterval(samples - errors, samples, { confidence }),
    balancedAccuracy: balancedAccuracy(classes),
    macro: macroScores(log, options),
    ...{ classes, confusion },
    ...(severalClasses ? { areaUnderRoc: areaUnderRocOfLog(log, { confidence }) } : {}),
    logLoss: logLoss(log, options),
    brierScore: brierScore(log, options),
    calibrationError: calibration(log, options).error,
  };
}
