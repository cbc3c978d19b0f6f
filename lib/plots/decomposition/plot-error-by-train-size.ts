import { type Figure, formatPercent, type Trace, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { spreadLabels } from "../learning-curve/spread-labels.js";
import { palette } from "../palette.js";
import { type ErrorByTrainSize, errorByTrainSizeRows, type SizedError } from "./error-by-train-size-rows.js";
import { errorByTrainSizeDrawing, errorByTrainSizeReading, rangeText } from "./error-by-train-size-text.js";

const margin = { l: 64, r: 132, t: 76, b: 56 };
const height = 400;

/** The band's blue, mixed with paper: a figure without transparency prints as it looks. */
const bandColour = "#d6e6f2";

/**
 * Error against the size of the training set: what was measured, the fitted curve with its band, and the floor that more data alone
 * does not get below. Both axes are logarithmic, on which a power law without a floor is a straight line.
 *
 * @param curve - from `forecastLearningCurve`
 * @returns a figure of 640 × 400 pixels; its reading says what the largest size promises
 * @throws UsageError for fewer than two sizes, no fitted curve, and errors of 0, which a logarithm has no place for
 * @see J. Hestness et al., "Deep Learning Scaling is Predictable, Empirically" (2017)
 */
export function plotErrorByTrainSize(curve: ErrorByTrainSize): Figure {
  assertCurve(curve);
  const { measured, foretold } = errorByTrainSizeRows(curve);
  const { floorInterval: floor } = curve;
  const all = [...measured, ...foretold];
  const sizes = all.map(({ trainSize }) => trainSize);
  const lowest = all.map(({ low, estimate }) => Math.max(low, estimate / 3));
  const least = Math.min(...lowest, Math.max(floor?.estimate ?? 1, Math.min(...lowest) / 2));
  const most = Math.max(...all.map(({ high }) => high));
  const [from, to] = [Math.min(...sizes), Math.max(...sizes)];
  const confidence = Number((100 * curve.confidence).toPrecision(6));
  const visible = floor !== undefined && floor.estimate >= least ? floor : undefined;
  return {
    data: [bandOf(foretold, least), line(foretold), points(measured)],
    layout: {
      ...baseLayout({
        title: "What more training data would bring",
        subtitle: `Dots were measured; the line is fitted to them, with its ${confidence} % band`,
        margin,
        height,
        annotations: [
          axisName,
          ...labels(foretold.at(-1)!, visible, most, Math.log10((1.1 * most) / (0.9 * least))),
        ],
      }),
      xaxis: {
        ...{ ...axis, type: "log", range: [Math.log10(from / 1.15), Math.log10(to * 1.15)] },
        ...ticks(from, to, count),
      },
      yaxis: {
        ...{ ...axis, type: "log", range: [Math.log10(90 * least), Math.log10(110 * most)] },
        ...ticks(100 * least, 100 * most, (value) => `${value} %`),
      },
      shapes: visible === undefined ? [] : [floorLine(visible.estimate)],
    },
    reading: errorByTrainSizeReading(curve),
    drawing: errorByTrainSizeDrawing(curve),
  };
}

const percent = (rate: number): number => Number((100 * rate).toPrecision(6));
const count = (value: number): string => value.toLocaleString("en");

const axis = {
  ...{ gridcolor: palette.line, zeroline: false, fixedrange: true },
  tickfont: { color: palette.faintInk },
};

const axisName = {
  ...{ xref: "paper", x: 0.5, xanchor: "center", yref: "paper", y: 0, yanchor: "top", yshift: -26 },
  ...{ text: "training samples", font: { size: 12, color: palette.faintInk }, showarrow: false },
};

/** At 1, 2 and 5 times powers of ten; at the powers alone where those would be many. */
function ticks(from: number, to: number, text: (value: number) => string): Record<string, unknown> {
  const exponents = Array.from({ length: 24 }, (_, i) => i - 8);
  const at = (factors: readonly number[]) =>
    exponents
      .flatMap((exponent) => factors.map((factor) => Number((factor * 10 ** exponent).toPrecision(3))))
      .filter((value) => value >= from / 1.05 && value <= to * 1.05);
  const fine = at([1, 2, 5]);
  const values = fine.length <= 6 ? fine : at([1]);
  return { tickmode: "array", tickvals: values, ticktext: values.map(text) };
}

function bandOf(rows: readonly SizedError[], least: number): Trace {
  const back = [...rows].reverse();
  return {
    ...{
      type: "scatter",
      mode: "lines",
      fill: "toself",
      fillcolor: bandColour,
      line: { width: 0 },
      hoverinfo: "skip",
    },
    x: [...rows, ...back].map(({ trainSize }) => trainSize),
    y: [
      ...rows.map(({ high }) => percent(high)),
      ...back.map(({ low }) => percent(Math.max(low, least / 2))),
    ],
  };
}

function line(rows: readonly SizedError[]): Trace {
  return {
    ...{ type: "scatter", mode: "lines", line: { color: palette.blue, width: 2, dash: "dash" } },
    x: rows.map(({ trainSize }) => trainSize),
    y: rows.map(({ estimate }) => percent(estimate)),
    hovertemplate: "%{x:,} samples<br>%{y:.2f} % fitted<extra></extra>",
  };
}

function points(rows: readonly SizedError[]): Trace {
  return {
    ...{ type: "scatter", mode: "markers", marker: { size: 8, color: palette.ink } },
    x: rows.map(({ trainSize }) => trainSize),
    y: rows.map(({ estimate }) => percent(estimate)),
    error_y: {
      ...{ type: "data", symmetric: false, color: palette.ink, thickness: 1.5, width: 4 },
      array: rows.map(({ estimate, high }) => percent(high - estimate)),
      arrayminus: rows.map(({ estimate, low }) => percent(Math.min(estimate - low, 0.999 * estimate))),
    },
    hovertemplate: "%{x:,} samples<br>%{y:.2f} % measured<extra></extra>",
  };
}

/** At the right: what is foretold for the largest size, and the floor; apart where they would touch. */
function labels(
  end: SizedError,
  floor: Omit<SizedError, "trainSize"> | undefined,
  scale: number,
  decades: number,
): Record<string, unknown>[] {
  const number = (rate: number) => formatPercent(rate, scale);
  const shown = [
    {
      rate: end.estimate,
      text: `<b>${number(end.estimate)} %</b><br>${rangeText(end, scale)}`,
      color: palette.blue,
    },
    ...(floor === undefined
      ? []
      : [
          {
            rate: floor.estimate,
            text: `floor ${number(floor.estimate)} %<br>${rangeText(floor, scale)}`,
            color: palette.faintInk,
          },
        ]),
  ];
  const room = height - margin.t - margin.b;
  const wished = shown.map(({ rate }) => Math.log10(percent(rate)));
  const places = spreadLabels(wished, (38 * decades) / room);
  return shown.map(({ text, color }, i) => ({
    ...{ xref: "paper", x: 1, xanchor: "left", xshift: 8, yref: "y", y: places[i], yanchor: "middle" },
    ...{ text, showarrow: false, align: "left", font: { size: 12, color } },
  }));
}

function floorLine(rate: number): Record<string, unknown> {
  const line = { color: palette.faintInk, width: 1, dash: "dot" };
  return {
    type: "line",
    layer: "above",
    xref: "paper",
    x0: 0,
    x1: 1,
    y0: percent(rate),
    y1: percent(rate),
    line,
  };
}

function assertCurve({ points, rows }: ErrorByTrainSize): void {
  const sizes = new Set(points.map(({ trainSize }) => trainSize)).size;
  const odd = points.find(
    ({ trainSize, errors, samples }) => !(trainSize > 0 && errors > 0 && errors <= samples),
  );
  if (sizes >= 2 && rows.length > 0 && odd === undefined) return;
  throw new UsageError({
    got:
      odd === undefined
        ? `${sizes} sizes of training sets, and ${rows.length} fitted rows.`
        : `${odd.errors} errors in ${odd.samples} samples after training on ${odd.trainSize}.`,
    expected: "two measured sizes or more, each with an error at least, and the curve fitted to them.",
    fix: "pass the result of forecastLearningCurve(points), measured on more held-out samples where there was no error.",
  });
}
