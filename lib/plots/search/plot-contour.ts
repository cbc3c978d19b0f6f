import { type Figure, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { bestOf, completeTrials, type DrawnStudy, short, type ValuedTrial } from "./drawn-study.js";
import { type ParameterAxis, parameterAxis, plotlyAxis } from "./parameter-axis.js";
import { axisName } from "./value-axis.js";

/** A smoothed surface over two hyperparameters. */
export interface ContourRows {
  /** Places along each, [cells]. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** [cells along y][cells along x]: the trials near, averaged; the bad tail cut off. */
  readonly values: readonly (readonly number[])[];
}

const cells = 41;
/** How far a trial counts, as a share of each range. */
const reach = 0.1;

/** The complete trials that have both. @throws UsageError where there is none */
function trialsWithBoth(study: DrawnStudy, first: string, second: string): ValuedTrial[] {
  const both = completeTrials(study, "plotContour").filter(
    ({ parameters }) => first in parameters && second in parameters,
  );
  for (const name of [first, second]) parameterAxis(name, study.trials, "plotContour");
  if (both.length > 0) return both;
  throw new UsageError({
    got: `plotContour got "${first}" and "${second}", which no complete trial has together.`,
    expected: "two hyperparameters that exist in the same trials.",
    fix: "choose another pair, or draw each by itself: plotSlice(study).",
  });
}

/** The objective over two hyperparameters, as a weighted mean of the trials near each place. */
export function contourRows(study: DrawnStudy, first: string, second: string): ContourRows {
  const trials = trialsWithBoth(study, first, second);
  const [a, b] = [first, second].map((name) => parameterAxis(name, study.trials, "plotContour")) as [
    ParameterAxis,
    ParameterAxis,
  ];
  const sign = study.direction === "minimize" ? 1 : -1;
  const sorted = trials.map(({ value }) => sign * value).sort((x, y) => x - y);
  const fence = sorted[Math.floor(0.85 * (sorted.length - 1))]!;
  const share = (axis: ParameterAxis, place: number): number => (place - axis.from) / (axis.to - axis.from);
  const points = trials.map(({ parameters, value }) => ({
    u: share(a, a.placeOf(parameters[first])),
    v: share(b, b.placeOf(parameters[second])),
    value: sign * Math.min(sign * value, fence),
  }));
  const grid = Array.from({ length: cells }, (_, i) => i / (cells - 1));
  const at = (u: number, v: number): number => {
    let [sum, weights] = [0, 1e-300];
    for (const point of points) {
      const weight = Math.exp(-((point.u - u) ** 2 + (point.v - v) ** 2) / (2 * reach ** 2));
      sum += weight * point.value;
      weights += weight;
    }
    return sum / weights;
  };
  return {
    x: grid.map((u) => a.from + u * (a.to - a.from)),
    y: grid.map((v) => b.from + v * (b.to - b.from)),
    values: grid.map((v) => grid.map((u) => at(u, v))),
  };
}

/**
 * The objective over two hyperparameters, averaged over the others, with the trials.
 *
 * @returns a figure of 640 × 480 pixels; its reading names the best place
 * @throws UsageError where no trial is complete or has both, or a name is unknown
 */
export function plotContour(study: DrawnStudy, first: string, second: string): Figure {
  const { x, y, values } = contourRows(study, first, second);
  const [a, b] = [first, second].map((name) => parameterAxis(name, study.trials, "plotContour")) as [
    ParameterAxis,
    ParameterAxis,
  ];
  const trials = trialsWithBoth(study, first, second);
  const best = bestOf(trials, study.direction);
  const better = study.direction === "minimize" ? "lower" : "higher";
  const colours = [palette.blue, "#9cc7e3", "#f4f6f8"];
  const scale = (study.direction === "minimize" ? colours : [...colours].reverse()).map((colour, i) => [
    i / 2,
    colour,
  ]);
  const flat = values.flat();
  const [least, most] = [Math.min(...flat), Math.max(...flat)];
  return {
    data: [
      {
        ...{
          type: "contour",
          x,
          y,
          z: values.map((row) => row.map((value) => Number(value.toPrecision(6)))),
        },
        ...{ colorscale: scale, autocontour: false, line: { width: 0.5, color: "#ffffff" } },
        contours: { start: least, end: most, size: (most - least) / 12 || 1 },
        showscale: false,
        hovertemplate: "about %{z:.3g}<extra></extra>",
      },
      {
        ...{ type: "scatter", mode: "markers" },
        x: trials.map(({ parameters }) => a.placeOf(parameters[first])),
        y: trials.map(({ parameters }) => b.placeOf(parameters[second])),
        marker: { size: 5, color: palette.ink, line: { color: palette.paper, width: 1 } },
        text: trials.map(({ number, value }) => `trial ${number}: ${short(value)}`),
        hovertemplate: "%{text}<extra></extra>",
      },
      {
        ...{ type: "scatter", mode: "markers", hoverinfo: "skip" },
        ...{ x: [a.placeOf(best.parameters[first])], y: [b.placeOf(best.parameters[second])] },
        marker: {
          size: 14,
          color: palette.vermillion,
          symbol: "star",
          line: { color: palette.paper, width: 1 },
        },
      },
    ],
    layout: {
      ...baseLayout({
        title: `The objective over ${first} and ${second}`,
        subtitle: "Smoothed over the trials (points); darker is better, the star is the best trial",
        margin: { l: 72, r: 24, t: 84, b: 52 },
        height: 480,
        annotations: [axisName(first, "below"), axisName(second, "left")],
      }),
      xaxis: { ...plotlyAxis(a), range: [a.from, a.to], showgrid: false },
      yaxis: { ...plotlyAxis(b), range: [b.from, b.to], showgrid: false },
    },
    reading: `The best trial, ${best.number}, has ${first} ${short(best.parameters[first])} and ${second} ${short(best.parameters[second])}, and ${short(best.value)}; ${better} is better.`,
  };
}
