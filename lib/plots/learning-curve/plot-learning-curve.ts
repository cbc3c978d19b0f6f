import { checkOptions, type Figure, type History } from "../../core/index.js";
import { palette } from "../palette.js";
import { type CurveStyle, curvesFigure } from "./curves-figure.js";
import { learningCurveDrawing } from "./learning-curve-drawing.js";
import { learningCurveReading } from "./learning-curve-reading.js";
import {
  type LearningCurveMetric,
  type LearningCurveSplit,
  learningCurveRows,
} from "./learning-curve-rows.js";
import { learningCurveSeries } from "./learning-curve-series.js";

/** Options for {@link plotLearningCurve}. */
export interface PlotLearningCurveOptions {
  /** `"error"`, the share of wrong predictions, or `"loss"`, in nats; defaults to `"error"`. */
  metric?: LearningCurveMetric;
}

const styles: Readonly<Record<LearningCurveSplit, CurveStyle>> = {
  train: { color: palette.blue, dash: "solid", symbol: "circle" },
  trainVal: { color: palette.vermillion, dash: "dash", symbol: "square" },
  testVal: { color: palette.green, dash: "dot", symbol: "diamond" },
};

/** What is measured, said under the title. */
export const metricSubtitle: Readonly<Record<LearningCurveMetric, string>> = {
  error: "Share of wrong predictions, dropout and augmentation off",
  loss: "Cross-entropy in nats, dropout and augmentation off",
};

/**
 * Error or loss over the epochs, one curve for each split that was scored, labelled at its end.
 *
 * @param history - from `fit`
 * @returns a figure of 640 × 400 pixels; its reading says where the curves ended and which way they go
 */
export function plotLearningCurve(history: History, options: PlotLearningCurveOptions = {}): Figure {
  checkOptions("plotLearningCurve", options, ["metric"]);
  const { metric = "error" } = options;
  const series = learningCurveSeries(learningCurveRows(history, metric));
  const figure = curvesFigure(series, {
    metric,
    title: metric === "error" ? "Error by epoch" : "Loss by epoch",
    subtitle: metricSubtitle[metric],
    styles: series.map(({ name }) => styles[name as LearningCurveSplit]),
  });
  return {
    ...figure,
    reading: learningCurveReading(series, metric),
    drawing: learningCurveDrawing(series, metric),
  };
}
