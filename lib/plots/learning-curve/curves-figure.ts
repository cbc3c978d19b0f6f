import type { Figure, Trace } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { textRoom } from "../svg/text-room.js";
import { formatMetric } from "./format-metric.js";
import type { LearningCurveMetric } from "./learning-curve-rows.js";
import type { LearningCurveSeries } from "./learning-curve-series.js";
import { spreadLabels } from "./spread-labels.js";

/** How a curve looks: by colour, dash and marker, so that no one of them is needed. */
export interface CurveStyle {
  readonly color: string;
  readonly dash: "solid" | "dash" | "dot" | "dashdot" | "longdash";
  readonly symbol: string;
}

/** Options of {@link curvesFigure}. */
export interface CurvesFigureOptions {
  metric: LearningCurveMetric;
  title: string;
  subtitle: string;
  /** One for each curve. */
  styles: readonly CurveStyle[];
}

const height = 400;
const labelSize = 12;

/** Curves over the epochs, each named at its end: the drawing that learning curves and runs have in common. */
export function curvesFigure(
  series: readonly LearningCurveSeries[],
  { metric, title, subtitle, styles }: CurvesFigureOptions,
): Pick<Figure, "data" | "layout"> {
  const scale = metric === "error" ? 100 : 1;
  const values = series.flatMap(({ rows }) => rows.map(({ value }) => scale * value)).filter(Number.isFinite);
  const top = 1.05 * Math.max(...values, 1e-6);
  const margin = { l: 64, r: labelRoom(series, metric), t: 72, b: 48 };
  const epochs = Math.max(1, ...series.map(({ last }) => last.epoch));
  return {
    data: series.map((curve, i) => line(curve, scale, styles[i]!)),
    layout: {
      ...baseLayout({
        title,
        subtitle,
        margin,
        annotations: [
          epochLabel,
          ...endLabels(series, metric, styles, {
            fraction: (value) => (scale * value) / top,
            gap: 18 / (height - margin.t - margin.b),
          }),
        ],
      }),
      xaxis: {
        range: epochs === 1 ? [0.5, 1.5] : [1 - 0.02 * epochs, epochs + 0.02 * epochs],
        ...ticks(epochs),
        ...axis,
        showgrid: false,
      },
      yaxis: { range: [0, top], nticks: 6, ticksuffix: metric === "error" ? " %" : "", ...axis },
    },
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

function line(
  { name, rows }: LearningCurveSeries,
  scale: number,
  { color, dash, symbol }: CurveStyle,
): Trace {
  return {
    type: "scatter",
    mode: rows.length <= 40 ? "lines+markers" : "lines",
    name,
    x: rows.map(({ epoch }) => epoch),
    y: rows.map(({ value }) => (Number.isFinite(value) ? Number((scale * value).toPrecision(6)) : null)),
    line: { color, dash, width: 2 },
    marker: { color, symbol, size: 6 },
  };
}

const endLabel = ({ name, last }: LearningCurveSeries, metric: LearningCurveMetric): string =>
  `<b>${name}</b> ${formatMetric(last.value, metric)}`;

/** Room at the right for the longest label. */
function labelRoom(series: readonly LearningCurveSeries[], metric: LearningCurveMetric): number {
  const widths = series.map((curve) => textRoom(endLabel(curve, metric), labelSize));
  return Math.max(136, 18 + Math.ceil(Math.max(0, ...widths)));
}

/** Name and last value beside each curve's end, moved apart where they would touch; of a diverged one at the top. */
function endLabels(
  series: readonly LearningCurveSeries[],
  metric: LearningCurveMetric,
  styles: readonly CurveStyle[],
  { fraction, gap }: { fraction: (value: number) => number; gap: number },
): Record<string, unknown>[] {
  const heights = series.map(({ last }) => (Number.isFinite(last.value) ? fraction(last.value) : 1));
  const places = spreadLabels(heights, gap);
  return series.map((curve, i) => {
    return {
      ...{ xref: "paper", x: 1, xanchor: "left", xshift: 6, yref: "paper", y: places[i], yanchor: "middle" },
      ...{ text: endLabel(curve, metric), align: "left", showarrow: false },
      font: { size: labelSize, color: styles[i]!.color },
    };
  });
}

/** Whole epochs, about eight of them, by steps of 1, 2 or 5. */
function ticks(epochs: number): Record<string, unknown> {
  const rough = epochs / 8;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough)!;
  return { tickmode: "linear", tick0: step === 1 ? 1 : 0, dtick: step };
}
