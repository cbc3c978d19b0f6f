import type { Figure } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { bestOf, completeTrials, type DrawnStudy, short } from "./drawn-study.js";
import { parameterAxis } from "./parameter-axis.js";
import { searchedNames } from "./plot-slice.js";

/** One trial as a line over the hyperparameters. */
export interface ParallelRow {
  readonly trial: number;
  readonly value: number;
  /** Of the best tenth, three at least. */
  readonly isGood: boolean;
  /** On each hyperparameter's axis in 0 … 1; undefined where the trial does not have it. */
  readonly shares: readonly (number | undefined)[];
}

/** Every complete trial as a line, the worst first. */
export function parallelRows(study: DrawnStudy, names: readonly string[]): ParallelRow[] {
  const axes = names.map((name) => parameterAxis(name, study.trials, "plotParallelCoordinates"));
  const sign = study.direction === "minimize" ? 1 : -1;
  const sorted = completeTrials(study, "plotParallelCoordinates").sort((a, b) => sign * (b.value - a.value));
  const good = Math.max(3, Math.round(sorted.length / 10));
  return sorted.map(({ number, value, parameters }, i) => ({
    ...{ trial: number, value, isGood: sorted.length - i <= good },
    shares: axes.map(({ name, placeOf, from, to }) =>
      name in parameters ? (placeOf(parameters[name]) - from) / (to - from) : undefined,
    ),
  }));
}

/**
 * Every trial as a line over its hyperparameters: what the best ones have in common.
 *
 * @param names - which hyperparameters; defaults to all that are searched
 * @returns a figure of 640 × 400 pixels; its reading says on which of them the best trials agree most
 * @throws UsageError where no trial is complete, or a name is unknown
 */
export function plotParallelCoordinates(
  study: DrawnStudy,
  names: readonly string[] = searchedNames(study),
): Figure {
  const rows = parallelRows(study, names);
  const axes = names.map((name) => parameterAxis(name, study.trials, "plotParallelCoordinates"));
  const good = rows.filter(({ isGood }) => isGood);
  const best = bestOf(completeTrials(study, "plotParallelCoordinates"), study.direction);
  const spread = (i: number): number => {
    const shares = good.flatMap(({ shares }) => shares[i] ?? []);
    return Math.max(...shares) - Math.min(...shares);
  };
  const most = names.map((_, i) => i).reduce((a, b) => (spread(b) < spread(a) ? b : a), 0);
  const colour = ({ trial, isGood }: ParallelRow): string =>
    trial === best.number ? palette.vermillion : isGood ? palette.blue : palette.line;
  return {
    data: rows.map((row) => ({
      ...{ type: "scatter", mode: "lines", connectgaps: false },
      x: row.shares.map((_, i) => i),
      y: row.shares.map((share) => (share === undefined ? null : Number(share.toFixed(4)))),
      line: {
        color: colour(row),
        width: row.trial === best.number ? 3 : row.isGood ? 1.8 : 1,
        shape: "spline",
        smoothing: 0.6,
      },
      text: `trial ${row.trial}: ${short(row.value)}`,
      hovertemplate: "%{text}<extra></extra>",
    })),
    layout: {
      ...baseLayout({
        title: "What the best trials have in common",
        subtitle: "A line is a trial: the best tenth blue, the best one red",
        margin: { l: 56, r: 56, t: 72, b: 44 },
        annotations: axes.flatMap(({ name, ticks, from, to }, i) => [
          {
            x: i,
            yref: "paper",
            y: 0,
            yanchor: "top",
            text: `<b>${name}</b>`,
            showarrow: false,
            font: { size: 12, color: palette.ink },
          },
          ...ticks.map(({ place, text }) => ({
            ...{
              x: i,
              xanchor: "right",
              xshift: -5,
              y: (place - from) / (to - from),
              text,
              showarrow: false,
            },
            ...{ font: { size: 11, color: palette.faintInk }, bgcolor: "#ffffffcc" },
          })),
        ]),
      }),
      xaxis: { range: [-0.25, names.length - 0.75], visible: false, fixedrange: true },
      yaxis: { range: [-0.04, 1.04], visible: false, fixedrange: true },
      shapes: axes.map((_, i) => ({
        type: "line",
        x0: i,
        x1: i,
        y0: 0,
        y1: 1,
        line: { color: palette.faintInk, width: 1 },
      })),
    },
    reading: `The ${good.length} best trials agree most on ${names[most]}: they take up ${Math.max(1, Math.round(100 * spread(most)))} % of its range.`,
  };
}
