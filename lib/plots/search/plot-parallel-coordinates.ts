import { type Figure, shortValue, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { textRoom } from "../svg/text-room.js";
import { bestOf, completeTrials, type DrawnStudy, someOf } from "./drawn-study.js";
import { fittedText, wrappedName } from "./fitted-text.js";
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

/** For a hyperparameter's name, in pixels. */
const nameRoom = 150;

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
 * Every trial as a line from hyperparameter to hyperparameter, one below the other: what the best ones have in common.
 *
 * @param names - which hyperparameters; defaults to all that are searched
 * @returns a figure 640 pixels wide; its reading says on which of them the best trials agree most
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
    trial === best.number ? palette.vermillion : isGood ? palette.blue : palette.paleGrey;
  const labels = names.map((name) => wrappedName(name, nameRoom, 12));
  const lines = labels.flatMap((label) => label.split("<br>"));
  const margin = { l: Math.ceil(36 + Math.max(...lines.map((line) => textRoom(`<b>${line}</b>`, 12)))) };
  const width = 640 - margin.l - 36;
  const good = all.filter(({ isGood }) => isGood).length;
  return {
    data: rows.map((row) => ({
      ...{ type: "scatter", mode: "lines", connectgaps: false, cliponaxis: false },
      x: row.shares.map((share) => (share === undefined ? null : Number(share.toFixed(4)))),
      y: row.shares.map((_, i) => i),
      line: { color: colour(row), width: row.trial === best.number ? 3 : row.isGood ? 1.4 : 0.8 },
      text: `trial ${row.trial}: ${shortValue(row.value)}`,
      hovertemplate: "%{text}<extra></extra>",
    })),
    layout: {
      ...baseLayout({
        title: "What the best trials have in common",
        subtitle: `A line is a trial: the best one red${good > 1 && good < all.length ? `, the best ${good} blue` : ""}${rows.length < all.length ? `; ${rows.length} of ${all.length} are drawn` : ""}`,
        margin: { ...margin, r: 36, t: 78, b: 36 },
        height: 114 + 56 * Math.max(1, names.length - 1),
        annotations: axes.flatMap(({ ticks, from, to, isChoice }, i) => [
          {
            ...{ xref: "paper", x: 0, xanchor: "right", xshift: -14, y: i, align: "right" },
            ...{ text: `<b>${labels[i]}</b>`, showarrow: false, font: { size: 12, color: palette.ink } },
          },
          ...ticks.map(({ place, text }) => ({
            ...{ x: (place - from) / (to - from), y: i, yanchor: "top", yshift: -3, showarrow: false },
            text: isChoice ? fittedText(text, width / ticks.length - 6, 11) : text,
            ...{ font: { size: 11, color: palette.faintInk }, bgcolor: "#ffffffcc", borderpad: 0 },
          })),
        ]),
      }),
      xaxis: { range: [0, 1], visible: false, fixedrange: true },
      yaxis: { range: [Math.max(1, names.length - 1), 0], visible: false, fixedrange: true },
      shapes: axes.map((_, i) => ({
        ...{ type: "line", xref: "paper", x0: 0, x1: 1, y0: i, y1: i, layer: "below" },
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
  if (good.length === rows.length)
    return `${rows.length} trials are too few to tell what the best have in common.`;
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
    return `The ${good.length} best trials agree most on ${name}: all have ${shortValue(value)}.`;
  const width = axes[most]!.isChoice
    ? "they do not agree on one"
    : `they take up ${Math.max(1, Math.round(100 * spread(most)))} % of its range`;
  return `The ${good.length} best trials agree most on ${name}: ${width}.`;
}
