import { type Figure, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { bestOf, completeTrials, type DrawnStudy, short } from "./drawn-study.js";
import { parameterAxis, plotlyAxis } from "./parameter-axis.js";
import { valueAxis } from "./value-axis.js";

/** Where one hyperparameter's best trials lie. */
export interface SliceRow {
  readonly name: string;
  /** Place and value of each trial that has it. */
  readonly points: readonly { readonly place: number; readonly value: number; readonly trial: number }[];
  /** The least and the most of it among the best tenth, three at least. */
  readonly bestFrom: unknown;
  readonly bestTo: unknown;
}

/** The trials along each hyperparameter. */
export function sliceRows(study: DrawnStudy, names?: readonly string[]): SliceRow[] {
  const trials = completeTrials(study, "plotSlice");
  const sign = study.direction === "minimize" ? 1 : -1;
  const all = names ?? searchedNames(study);
  return all.map((name) => {
    const axis = parameterAxis(name, study.trials, "plotSlice");
    const having = trials.filter(({ parameters }) => name in parameters);
    const sorted = [...having].sort((a, b) => sign * (a.value - b.value));
    const best = sorted
      .slice(0, Math.max(3, Math.round(sorted.length / 10)))
      .map(({ parameters }) => parameters[name])
      .sort((a, b) => axis.placeOf(a) - axis.placeOf(b));
    const points = having.map(({ number, parameters, value }) => ({
      ...{ place: axis.placeOf(parameters[name]), value, trial: number },
    }));
    return { name, points, bestFrom: best[0], bestTo: best.at(-1) };
  });
}

/** The hyperparameters with more than one value, in the order in which trials have them. */
export function searchedNames({ trials }: DrawnStudy): string[] {
  const names = new Set(trials.flatMap(({ distributions }) => Object.keys(distributions)));
  return [...names].filter((name) => {
    const known = trials.map(
      ({ distributions }) => distributions[name] as { choices?: readonly unknown[] } | undefined,
    );
    return known.some((distribution) => distribution !== undefined && distribution.choices?.length !== 1);
  });
}

const mostPanels = 6;

/**
 * The objective along each hyperparameter, one panel each: where it is best, and whether its range ends too early.
 *
 * @param names - which ones; defaults to the first six that are searched
 * @returns a figure 640 pixels wide, three panels in a row; its reading says where the best trials lie
 * @throws UsageError where no trial is complete, or a name is unknown
 */
export function plotSlice(study: DrawnStudy, names?: readonly string[]): Figure {
  const best = bestOf(completeTrials(study, "plotSlice"), study.direction);
  const shown = (names ?? searchedNames(study)).slice(0, mostPanels);
  if (shown.length === 0)
    throw new UsageError({
      got: "plotSlice got no hyperparameter.",
      expected: "one at least that has more than one value.",
      fix:
        names === undefined
          ? "search a hyperparameter that has more than one value."
          : "leave the names out.",
    });
  const rows = sliceRows(study, shown);
  const columns = rows.length === 4 ? 2 : Math.min(3, rows.length);
  const lines = Math.ceil(rows.length / columns);
  const values = rows.flatMap(({ points }) => points.map(({ value }) => value));
  const axes = Object.fromEntries(
    rows.flatMap(({ name }, i) => {
      const [column, line] = [i % columns, Math.floor(i / columns)];
      const [id, gap, rise] = [i === 0 ? "" : String(i + 1), 0.06, 0.22 / lines];
      const width = (1 - gap * (columns - 1)) / columns;
      const height = (1 - rise * (lines - 1)) / lines;
      const left = column * (width + gap);
      const top = 1 - line * (height + rise);
      return [
        [
          `xaxis${id}`,
          {
            ...plotlyAxis(parameterAxis(name, study.trials, "plotSlice")),
            domain: [left, left + width],
            anchor: `y${id}`,
            showgrid: false,
            title: { text: name, font: { size: 12, color: palette.ink }, standoff: 6 },
          },
        ],
        [
          `yaxis${id}`,
          {
            ...valueAxis(values),
            domain: [Math.max(0, top - height), top],
            anchor: `x${id}`,
            showticklabels: column === 0,
          },
        ],
      ];
    }),
  );
  return {
    data: rows.flatMap(({ points }, i) => {
      const on = {
        xaxis: i === 0 ? "x" : `x${i + 1}`,
        yaxis: i === 0 ? "y" : `y${i + 1}`,
        type: "scatter",
        mode: "markers",
      };
      const winner = points.filter(({ trial }) => trial === best.number);
      const rest = points.filter(({ trial }) => trial !== best.number);
      return [
        {
          ...on,
          x: rest.map(({ place }) => place),
          y: rest.map(({ value }) => value),
          marker: { size: 5, color: palette.blue, opacity: 0.65 },
        },
        {
          ...on,
          x: winner.map(({ place }) => place),
          y: winner.map(({ value }) => value),
          marker: { size: 11, color: palette.vermillion, symbol: "star" },
        },
      ];
    }),
    layout: {
      ...baseLayout({
        title: "The objective along each hyperparameter",
        subtitle: "A point is a trial; the star is the best one",
        margin: { l: 60, r: 20, t: 68, b: 56 },
        height: 140 + 190 * lines,
      }),
      ...axes,
    },
    reading: `The best trials lie at ${rows.map(({ name, bestFrom, bestTo }) => `${name} ${short(bestFrom) === short(bestTo) ? short(bestFrom) : `${short(bestFrom)} to ${short(bestTo)}`}`).join(", ")}.`,
  };
}
