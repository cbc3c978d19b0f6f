import { type Figure, formatPercent, type Trace, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { spreadLabels } from "../learning-curve/spread-labels.js";
import { palette } from "../palette.js";
import { type ErrorBySamples, errorBySamplesRows, type SizedError } from "./error-by-samples-rows.js";
import { errorBySamplesDrawing, errorBySamplesReading, rangeText } from "./error-by-samples-text.js";

const margin = { l: 64, r: 132, t: 76, b: 56 };
const height = 400;

/** Where the band's colour is mixed with paper; figures have no transparency, so that they print. */
const band = "#d6e6f2";

/**
 * Error against the number of training samples: what was measured, what is foretold with its band, and the floor that more data
 * alone does not get below. Both axes are logarithmic, on which a power law is a straight line.
 *
 * @param curve - measured and foretold errors; two measured ones at least, of different sizes
 * @returns a figure of 640 × 400 pixels; its reading says what the largest size promises
 * @throws UsageError for fewer than two sizes, and for sizes or rates that are not above 0
 * @see J. Hestness et al., "Deep Learning Scaling is Predictable, Empirically" (2017)
 */
export function plotErrorBySamples(curve: ErrorBySamples): Figure {
  assertCurve(curve);
  const { measured, forecast } = errorBySamplesRows(curve);
  const all = [...measured, ...forecast];
  const least = Math.min(
    ...all.flatMap(({ low, estimate }) => [low > 0 ? low : estimate / 3, estimate]),
    curve.floor?.estimate ?? 1,
  );
  const most = Math.max(...all.map(({ high }) => high));
  const [from, to] = [all[0]!.samples, Math.max(...all.map(({ samples }) => samples))];
  const confidence = Number((100 * (curve.confidence ?? 0.95)).toPrecision(6));
  return {
    data: [...(forecast.length > 0 ? [bandOf(forecast, least), line(forecast)] : []), points(measured)],
    layout: {
      ...baseLayout({
        title: "What more training data would bring",
        subtitle: `Dots were measured; the line is foretold, with a band that holds ${confidence} % of new trainings`,
        margin,
        height,
        annotations: [axisName, ...labels(all, curve, Math.log10((1.1 * most) / (0.9 * least)))],
      }),
      xaxis: {
        ...axis,
        type: "log",
        range: [Math.log10(from / 1.15), Math.log10(to * 1.15)],
        ...ticks(from, to, count),
      },
      yaxis: {
        ...{ ...axis, type: "log", range: [Math.log10(90 * least), Math.log10(110 * most)] },
        ...ticks(100 * least, 100 * most, (value) => `${value} %`),
      },
      shapes: curve.floor === undefined ? [] : [floorLine(curve.floor.estimate)],
    },
    reading: errorBySamplesReading(curve),
    drawing: errorBySamplesDrawing(all, measured.length),
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
      .filter((value) => value >= from / 1.2 && value <= to * 1.2);
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
      fillcolor: band,
      line: { width: 0 },
      hoverinfo: "skip",
    },
    x: [...rows, ...back].map(({ samples }) => samples),
    y: [
      ...rows.map(({ high }) => percent(high)),
      ...back.map(({ low }) => percent(Math.max(low, least / 2))),
    ],
  };
}

function line(rows: readonly SizedError[]): Trace {
  return {
    ...{ type: "scatter", mode: "lines", line: { color: palette.blue, width: 2, dash: "dash" } },
    x: rows.map(({ samples }) => samples),
    y: rows.map(({ estimate }) => percent(estimate)),
    hovertemplate: "%{x:,} samples<br>%{y:.2f} % foretold<extra></extra>",
  };
}

function points(rows: readonly SizedError[]): Trace {
  return {
    ...{ type: "scatter", mode: "markers", marker: { size: 8, color: palette.ink } },
    x: rows.map(({ samples }) => samples),
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
  all: readonly SizedError[],
  { floor, forecast }: ErrorBySamples,
  decades: number,
): Record<string, unknown>[] {
  const scale = Math.max(...all.map(({ high }) => high));
  const number = (rate: number) => formatPercent(rate, scale);
  const end = forecast.length === 0 ? undefined : all.at(-1)!;
  const shown = [
    ...(end === undefined
      ? []
      : [
          {
            rate: end.estimate,
            text: `<b>${number(end.estimate)} %</b><br>${rangeText(end, scale)}`,
            color: palette.blue,
          },
        ]),
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
  const places = spreadLabels(
    shown.map(({ rate }) => Math.log10(percent(rate))),
    (38 * decades) / room,
  );
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

function assertCurve({ measured, forecast }: ErrorBySamples): void {
  const sizes = new Set(measured.map(({ samples }) => samples)).size;
  const odd = [...measured, ...forecast].find(
    ({ samples, estimate }) => !(samples > 0 && estimate > 0 && estimate <= 1),
  );
  if (sizes >= 2 && odd === undefined) return;
  throw new UsageError({
    got:
      odd === undefined
        ? `${sizes} sizes of training sets.`
        : `an error of ${odd.estimate} at ${odd.samples} samples.`,
    expected: "two measured sizes or more, with error rates above 0 and up to 1.",
    fix: "train on 500, 1,000, 2,000, 4,000 samples and pass the errors on trainVal.",
  });
}
