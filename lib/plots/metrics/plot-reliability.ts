import type { Calibration, Figure, Trace } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { confidenceText } from "./plot-roc-curve.js";
import { reliabilityDrawing, reliabilityReading } from "./reliability-text.js";
import { axis, axisNames } from "./square-curves.js";

const margin = { l: 64, r: 40, t: 92, b: 56 };
const [width, height] = [640, 500];

/**
 * What the model says against how often it comes true, bin by bin, with intervals; below, how many samples each bin has.
 * On the diagonal it can be taken at its word.
 *
 * @param calibration - from `calibration`
 * @returns a figure of 640 × 500 pixels; its reading says whether chance explains the distance, and if not, which way it lies
 * @see A. Niculescu-Mizil and R. Caruana, "Predicting Good Probabilities with Supervised Learning" (2005); C. Guo et al.,
 *   "On Calibration of Modern Neural Networks" (2017)
 */
export function plotReliability(calibration: Calibration): Figure {
  const { positive } = calibration;
  const whose = positive === undefined ? "the predicted class" : positive;
  return {
    data: [diagonal, points(calibration), counts(calibration)],
    layout: {
      ...baseLayout({
        title: `Can the probability of ${whose} be believed?`,
        subtitle: `Bins of like probability, with ${confidenceText(calibration)} intervals; below, their share of the samples`,
        ...{ margin, width, height },
        annotations: axisNames("said", "came true"),
      }),
      bargap: 0,
      xaxis: { ...axis, anchor: "y2" },
      yaxis: { ...axis, domain: [0.26, 1] },
      yaxis2: {
        ...{ domain: [0, 0.2], ticksuffix: " %", nticks: 3, rangemode: "tozero" },
        ...{ gridcolor: palette.line, zerolinecolor: palette.faintInk, fixedrange: true },
        tickfont: { color: palette.faintInk },
      },
    },
    reading: reliabilityReading(calibration),
    drawing: reliabilityDrawing(calibration),
  };
}

const percent = (share: number): number => Number((100 * share).toFixed(4));

const diagonal: Trace = {
  ...{ type: "scatter", mode: "lines", x: [0, 100], y: [0, 100], hoverinfo: "skip" },
  line: { color: palette.grey, width: 1, dash: "dot" },
};

function points({ rows }: Calibration): Trace {
  return {
    type: "scatter",
    mode: "lines+markers",
    x: rows.map(({ probability }) => percent(probability)),
    y: rows.map(({ frequency }) => percent(frequency.estimate)),
    line: { color: palette.blue, width: 1 },
    marker: { color: palette.blue, size: 7 },
    error_y: {
      ...{ type: "data", symmetric: false, color: palette.blue, thickness: 1.5, width: 4 },
      array: rows.map(({ frequency }) => percent(frequency.high - frequency.estimate)),
      arrayminus: rows.map(({ frequency }) => percent(frequency.estimate - frequency.low)),
    },
    text: rows.map(({ samples }) => `${samples.toLocaleString("en")} samples`),
    hovertemplate: "said %{x:.1f} %, came true %{y:.1f} %<br>%{text}<extra></extra>",
  };
}

function counts({ rows, samples }: Calibration): Trace {
  return {
    type: "bar",
    yaxis: "y2",
    x: rows.map(({ from, to }) => percent((from + to) / 2)),
    width: rows.map(({ from, to }) => percent(Math.max(to - from, 0.002))),
    y: rows.map((row) => percent(row.samples / samples)),
    marker: { color: palette.paleGrey, line: { color: palette.paper, width: 1 } },
    hovertemplate: `%{y:.1f} % of ${formatCount(samples)} samples<extra></extra>`,
  };
}

const formatCount = (count: number): string => count.toLocaleString("en");
