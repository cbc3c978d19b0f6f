import type { Interval } from "../../core/index.js";
import type { ClassificationMetrics } from "./classification-metrics.js";
import type { RegressionMetrics } from "./regression-metrics.js";

/** One number of a table of metrics. */
export interface MetricRow extends Interval {
  readonly metric: string;
  /** The class that it is of; "" for all together. */
  readonly class: string;
}

/**
 * Metrics as rows of a table, ready for a data frame or a file: first those of all samples, then each class's.
 *
 * @param metrics - from `classificationMetrics` or `regressionMetrics`
 * @example
 * const [row] = metricRows(regressionMetrics({ targets: [1, 2, 3, 4], predictions: [1, 2, 3, 5] }));
 * [row.metric, row.estimate]; // ["MSE", 0.25]
 */
export function metricRows(metrics: ClassificationMetrics | RegressionMetrics): MetricRow[] {
  if ("mse" in metrics) {
    const { mse, rmse, mae, r2 } = metrics;
    return rowsOf("", { MSE: mse, RMSE: rmse, MAE: mae, "R²": r2 });
  }
  const { error, accuracy, balancedAccuracy, macro, areaUnderRoc } = metrics;
  const all = {
    ...{ error, accuracy, "balanced accuracy": balancedAccuracy },
    ...{ "macro precision": macro.precision, "macro recall": macro.recall, "macro F1": macro.f1 },
    ...(areaUnderRoc === undefined ? {} : { "area under ROC": areaUnderRoc }),
    ...{ "log loss": metrics.logLoss, "Brier score": metrics.brierScore },
    "calibration error": metrics.calibrationError,
  };
  return [
    ...rowsOf("", all),
    ...metrics.classes.flatMap(({ name, precision, recall, f1 }) =>
      rowsOf(name, { precision, recall, F1: f1 }),
    ),
  ];
}

function rowsOf(name: string, intervals: Readonly<Record<string, Interval>>): MetricRow[] {
  return Object.entries(intervals).map(([metric, { estimate, low, high }]) => ({
    ...{ metric, class: name },
    ...{ estimate, low, high },
  }));
}
