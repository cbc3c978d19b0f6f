import { type Figure, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { bestOf, completeTrials, type DrawnStudy, short, someOf } from "./drawn-study.js";
import { type ParameterAxis, parameterAxis } from "./parameter-axis.js";
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

/** With more lines nobody sees any. */
const mostLines = 300;

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
  const best = bestOf(completeTrials(study, "plotParallelCoordinates"), study.direction);
  if (names.length === 0)
    throw new UsageError({
      got: "plotParallelCoordinates got no hyperparameter.",
      expected: "one at least that has more than one value.",
      fix: "search one, or name those to be drawn.",
    });
  const all = parallelRows(study, names);
  const rows = someOf(all, mostLines);
  const axes = names.map((name) => parameterAxis(name, study.trials, "plotParallelCoordinates"));
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
        subtitle: `A line is a trial: the best tenth blue, the best one red${rows.length < all.length ? `; ${rows.length} of ${all.length} are drawn` : ""}`,
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
    reading: readingOf(study, all, names, axes),
  };
}

/** On which hyperparameter the best trials agree most, among those that all of them have. */
function readingOf(
  study: DrawnStudy,
  rows: readonly ParallelRow[],
  names: readonly string[],
  axes: readonly ParameterAxis[],
): string {
  const good = rows.filter(({ isGood }) => isGood);
  if (good.length < 2) return "One trial alone is complete: there is nothing to compare it with.";
  const spread = (i: number): number => {
    const shares = good.flatMap(({ shares }) => shares[i] ?? []);
    return shares.length < good.length ? Number.POSITIVE_INFINITY : Math.max(...shares) - Math.min(...shares);
  };
  const most = names.map((_, i) => i).reduce((a, b) => (spread(b) < spread(a) ? b : a), 0);
  const name = names[most]!;
  if (spread(most) === Number.POSITIVE_INFINITY)
    return `No hyperparameter exists in all of the ${good.length} best trials.`;
  const value = study.trials.find(({ number }) => number === good.at(-1)!.trial)!.parameters[name];
  if (spread(most) === 0)
    return `The ${good.length} best trials agree most on ${name}: all have ${short(value)}.`;
  const width = axes[most]!.isChoice
    ? "they do not agree on one"
    : `they take up ${Math.max(1, Math.round(100 * spread(most)))} % of its range`;
  return `The ${good.length} best trials agree most on ${name}: ${width}.`;
}
