import { checkOptions, type Figure, type History, type Trace } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { formatMetric } from "./format-metric.js";
import { learningCurveDrawing } from "./learning-curve-drawing.js";
import { learningCurveReading } from "./learning-curve-reading.js";
import {
  type LearningCurveMetric,
  type LearningCurveSplit,
  learningCurveRows,
} from "./learning-curve-rows.js";
import { type LearningCurveSeries, learningCurveSeries } from "./learning-curve-series.js";
import { spreadLabels } from "./spread-labels.js";

/** Options for {@link plotLearningCurve}. */
export interface PlotLearningCurveOptions {
  /** `"error"`, the share of wrong predictions, or `"loss"`, in nats; defaults to `"error"`. */
  metric?: LearningCurveMetric;
}

/** Each split by colour, dash and marker, so that no one of them is needed. */
const styles: Readonly<Record<LearningCurveSplit, { color: string; dash: string; symbol: string }>> = {
  train: { color: palette.blue, dash: "solid", symbol: "circle" },
  trainVal: { color: palette.vermillion, dash: "dash", symbol: "square" },
  testVal: { color: palette.green, dash: "dot", symbol: "diamond" },
};

const margin = { l: 64, r: 136, t: 72, b: 48 };
const height = 400;

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
  const scale = metric === "error" ? 100 : 1;
  const values = series.flatMap(({ rows }) => rows.map(({ value }) => scale * value)).filter(Number.isFinite);
  const top = 1.05 * Math.max(...values, 1e-6);
  const epochs = Math.max(1, ...series.map(({ last }) => last.epoch));
  return {
    data: series.map((curve) => line(curve, scale)),
    layout: {
      ...baseLayout({
        title: metric === "error" ? "Error by epoch" : "Loss by epoch",
        subtitle: `${metric === "error" ? "Share of wrong predictions" : "Cross-entropy in nats"}, dropout and augmentation off`,
        margin,
        annotations: [epochLabel, ...endLabels(series, metric, (value) => (scale * value) / top)],
      }),
      xaxis: {
        range: epochs === 1 ? [0.5, 1.5] : [1 - 0.02 * epochs, epochs + 0.02 * epochs],
        ...ticks(epochs),
        ...axis,
        showgrid: false,
      },
      yaxis: { range: [0, top], nticks: 6, ticksuffix: metric === "error" ? " %" : "", ...axis },
    },
    reading: learningCurveReading(series, metric),
    drawing: learningCurveDrawing(series, metric),
  };
}

const axis = {
  tickfont: { color: palette.faintInk },
  gridcolor: palette.line,
  zerolinecolor: palette.faintInk,
  fixedrange: true,
};

const epochLabel = {
  ...{ xref: "paper", x: 0.5, xanchor: "center", yref: "paper", y: 0, yanchor: "top", yshift: -22 },
  ...{ text: "epoch", font: { size: 12, color: palette.faintInk }, showarrow: false },
};

function line({ split, rows }: LearningCurveSeries, scale: number): Trace {
  const { color, dash, symbol } = styles[split];
  return {
    type: "scatter",
    mode: rows.length <= 40 ? "lines+markers" : "lines",
    name: split,
    x: rows.map(({ epoch }) => epoch),
    y: rows.map(({ value }) => (Number.isFinite(value) ? Number((scale * value).toPrecision(6)) : null)),
    line: { color, dash, width: 2 },
    marker: { color, symbol, size: 6 },
  };
}

/** Name and last value beside each curve's end, moved apart where they would touch; of a diverged one at the top. */
function endLabels(
  series: readonly LearningCurveSeries[],
  metric: LearningCurveMetric,
  fraction: (value: number) => number,
): Record<string, unknown>[] {
  const places = spreadLabels(
    series.map(({ last }) => (Number.isFinite(last.value) ? fraction(last.value) : 1)),
    18 / (height - margin.t - margin.b),
  );
  return series.map(({ split, last }, i) => ({
    ...{ xref: "paper", x: 1, xanchor: "left", xshift: 6, yref: "paper", y: places[i], yanchor: "middle" },
    ...{ text: `<b>${split}</b> ${formatMetric(last.value, metric)}`, align: "left", showarrow: false },
    font: { size: 12, color: styles[split].color },
  }));
}

/** Whole epochs, about eight of them, by steps of 1, 2 or 5. */
function ticks(epochs: number): Record<string, unknown> {
  const rough = epochs / 8;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough)!;
  return { tickmode: "linear", tick0: step === 1 ? 1 : 0, dtick: step };
}
