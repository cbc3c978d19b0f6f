import { type Figure, shortValue, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { textRoom } from "../svg/text-room.js";
import { bestOf, completeTrials, type DrawnStudy, uncovered, type ValuedTrial } from "./drawn-study.js";
import { fittedText } from "./fitted-text.js";
import { type ParameterAxis, parameterAxis, plotlyAxis } from "./parameter-axis.js";
import { axisName, valueScale } from "./value-axis.js";

/** A smoothed surface over two hyperparameters. */
export interface ContourRows {
  /** Places along each, [cells]. */
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** [cells along y][cells along x]: the trials near, averaged, the bad tail cut off; undefined where none is near. */
  readonly values: readonly (readonly (number | undefined)[])[];
}

const cells = 41;
/** How far a trial counts, as a share of each range; a choice says nothing of another. */
const reach = 0.1;
/** A place with less is farther than a quarter of the ranges from any trial: nothing is known of it. */
const leastWeight = 0.04;
/** For the names of choices beside the figure, in pixels. */
const mostRoom = 170;

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
  const all = trials.map(({ value }) => value);
  const { isBeyond } = valueScale(all, study.direction);
  const sorted = all
    .filter((value) => !isBeyond(value))
    .map((value) => sign * value)
    .sort((x, y) => x - y);
  const fence = sorted[Math.floor(0.85 * (sorted.length - 1))]!;
  const share = (axis: ParameterAxis, place: number): number => (place - axis.from) / (axis.to - axis.from);
  const points = trials.map(({ parameters, value }) => ({
    u: share(a, a.placeOf(parameters[first])),
    v: share(b, b.placeOf(parameters[second])),
    value: sign * Math.min(sign * value, fence),
  }));
  const grid = Array.from({ length: cells }, (_, i) => i / (cells - 1));
  const apart = (axis: ParameterAxis, u: number, place: number): number => {
    if (!axis.isChoice) return u - place;
    return Math.min(axis.ticks.length - 1, Math.floor(u * axis.ticks.length)) ===
      Math.floor(place * axis.ticks.length)
      ? 0
      : Number.POSITIVE_INFINITY;
  };
  const at = (u: number, v: number): number | undefined => {
    let [sum, weights] = [0, 0];
    for (const point of points) {
      const square = apart(a, u, point.u) ** 2 + apart(b, v, point.v) ** 2;
      const weight = Math.exp(-square / (2 * reach ** 2));
      sum += weight * point.value;
      weights += weight;
    }
    return weights < leastWeight ? undefined : sum / weights;
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
  const flat = values.flat().filter((value) => value !== undefined);
  const [least, most] = [Math.min(...flat), Math.max(...flat)];
  const margin = { l: Math.ceil(Math.max(72, 20 + roomOf(b))), r: 24, t: 84, b: 52 };
  const shareOn = ({ from, to, placeOf }: ParameterAxis, value: unknown): number =>
    (placeOf(value) - from) / (to - from);
  const drawn = uncovered(
    trials,
    ({ parameters }) => [shareOn(a, parameters[first]), shareOn(b, parameters[second])],
    [120, 80],
  );
  const title = `The objective over ${first} and ${second}`;
  return {
    data: [
      {
        ...{
          type: "contour",
          x,
          y,
          z: values.map((row) =>
            row.map((value) => (value === undefined ? null : Number(value.toPrecision(6)))),
          ),
        },
        ...{ colorscale: scale, autocontour: false, line: { width: 0.5, color: "#ffffff" } },
        contours: { start: least, end: most, size: (most - least) / 12 || 1 },
        showscale: false,
        hovertemplate: "about %{z:.3g}<extra></extra>",
      },
      {
        ...{ type: "scatter", mode: "markers" },
        x: drawn.map(({ parameters }) => a.placeOf(parameters[first])),
        y: drawn.map(({ parameters }) => b.placeOf(parameters[second])),
        marker: { size: 5, color: palette.ink, line: { color: palette.paper, width: 1 } },
        text: drawn.map(
          ({ number, value, parameters }) =>
            `trial ${number}: ${shortValue(value)} at ${shortValue(parameters[first])}, ${shortValue(parameters[second])}`,
        ),
        cliponaxis: false,
        hovertemplate: "%{text}<extra></extra>",
      },
      {
        ...{ type: "scatter", mode: "markers", hoverinfo: "skip", cliponaxis: false },
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
        title: textRoom(`<b>${title}</b>`, 16) < 610 ? title : "The objective over two hyperparameters",
        subtitle: "Darker is better, white is unknown; a point is a trial, the star the best one",
        margin,
        height: 480,
        annotations: [axisName(first, "below"), axisName(second, "left")],
      }),
      xaxis: {
        ...plotlyAxis(a, (640 - margin.l - margin.r) / a.ticks.length - 8),
        range: [a.from, a.to],
        showgrid: false,
      },
      yaxis: { ...plotlyAxis(b, mostRoom), range: [b.from, b.to], showgrid: false },
    },
    reading: `The best trial, ${best.number}, gave ${shortValue(best.value)} with ${first} ${shortValue(best.parameters[first])} and ${second} ${shortValue(best.parameters[second])}; ${better} is better.`,
  };
}

/** What the names at an axis need beside the figure. */
function roomOf({ ticks, isChoice }: ParameterAxis): number {
  return Math.max(...ticks.map(({ text }) => textRoom(isChoice ? fittedText(text, mostRoom, 12) : text, 13)));
}
