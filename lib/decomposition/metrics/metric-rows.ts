import type { Interval } from "../../core/index.js";
import type { ClassificationMetrics } from "./classification-metrics.js";

/** One number of a table of metrics. */
export interface MetricRow extends Interval {
  readonly metric: string;
  /** The class that it is of; "" for all together. */
  readonly class: string;
}

/**
 * Metrics as rows of a table, ready for a data frame or a file.
 *
 * @param metrics - from `classificationMetrics`
 */
export function metricRows(metrics: ClassificationMetrics): MetricRow[] {
  const { macro, areaUnderRoc } = metrics;
  const all: [string, Interval][] = [
    ["error", metrics.error],
    ["accuracy", metrics.accuracy],
    ["balanced accuracy", metrics.balancedAccuracy],
    ["macro precision", macro.precision],
    ["macro recall", macro.recall],
    ["macro F1", macro.f1],
    ...(areaUnderRoc === undefined ? [] : ([["area under ROC", areaUnderRoc]] as [string, Interval][])),
    ["log loss", metrics.logLoss],
    ["Brier score", metrics.brierScore],
    ["calibration error", metrics.calibrationError],
  ];
  const row = (metric: string, name: string, { estimate, low, high }: Interval): MetricRow => ({
    metric,
    class: name,
    ...{ estimate, low, high },
  });
  return [
    ...all.map(([metric, interval]) => row(metric, "", interval)),
    ...metrics.classes.flatMap(({ name, precision, recall, f1 }) =>
      Object.entries({ precision, recall, F1: f1 }).map(([metric, interval]) => row(metric, name, interval)),
    ),
  ];
}
