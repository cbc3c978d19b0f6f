import { type Figure, shortValue, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { alternatives, bestOf, completeTrials, type DrawnStudy, triangle, uncovered } from "./drawn-study.js";
import { wrappedName } from "./fitted-text.js";
import { panelId, panels } from "./panels.js";
import { parameterAxis, plotlyAxis } from "./parameter-axis.js";
import { beyondText, valueScale } from "./value-axis.js";

/** Where one hyperparameter's best trials lie. */
export interface SliceRow {
  readonly name: string;
  /** Of each trial that has it, the best one last. */
  readonly points: readonly SlicePoint[];
  /** Its values in the best tenth of these trials, three at least, along the axis. */
  readonly best: readonly unknown[];
  readonly isChoice: boolean;
}

/** One trial on the axis of a hyperparameter. */
export interface SlicePoint {
  readonly place: number;
  readonly parameter: unknown;
  readonly value: number;
  readonly trial: number;
}

/** The trials along each hyperparameter. */
export function sliceRows(study: DrawnStudy, names?: readonly string[]): SliceRow[] {
  const trials = completeTrials(study, "plotSlice");
  const sign = study.direction === "minimize" ? 1 : -1;
  const all = names ?? searchedNames(study);
  return all.map((name) => {
    const axis = parameterAxis(name, study.trials, "plotSlice");
    const having = trials.filter(({ parameters }) => name in parameters);
    const points = having
      .sort((a, b) => sign * (b.value - a.value))
      .map(({ number, parameters, value }) => ({
        ...{ place: axis.placeOf(parameters[name]), parameter: parameters[name], value, trial: number },
      }));
    const best = points.slice(-Math.max(3, Math.round(points.length / 10))).sort((a, b) => a.place - b.place);
    return { name, points, best: best.map(({ parameter }) => parameter), isChoice: axis.isChoice };
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
const margin = { l: 60, r: 20, t: 74, b: 66 };

/**
 * The objective along each hyperparameter, one panel each: where it is best, and whether its range ends too early.
 *
 * @param names - which ones; defaults to the first six that are searched
 * @returns a figure 640 pixels wide, three panels in a row; its reading says where the best trials lie
 * @throws UsageError where no trial is complete, or a name is unknown
 */
export function plotSlice(study: DrawnStudy, names?: readonly string[]): Figure {
  const complete = completeTrials(study, "plotSlice");
  const best = bestOf(complete, study.direction);
  const all = names ?? searchedNames(study);
  const shown = all.slice(0, mostPanels);
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
  const { list, height } = panels(rows.length, { columns, height: 150, gap: 66, across: 0.06 });
  const width = (640 - margin.l - margin.r) * (list[0]!.x[1] - list[0]!.x[0]);
  const scale = valueScale(
    complete.map(({ value }) => value),
    study.direction,
  );
  const notes = [
    beyondText(scale.beyond),
    ...(shown.length < all.length ? [`; ${shown.length} of ${all.length} hyperparameters`] : []),
  ];
  return {
    data: rows.flatMap(({ name, points }, i) => {
      const traceOf = (of: readonly SlicePoint[], marker: object) => ({
        ...{ xaxis: `x${panelId(i)}`, yaxis: `y${panelId(i)}`, type: "scatter", mode: "markers", marker },
        ...{ x: of.map(({ place }) => place), y: of.map(({ value }) => scale.placeOf(value)) },
        text: of.map(
          ({ trial, value, parameter }) => `trial ${trial}: ${shortValue(value)} at ${shortValue(parameter)}`,
        ),
        ...{ hovertemplate: "%{text}<extra></extra>", cliponaxis: false },
        name,
      });
      const { from, to } = parameterAxis(name, study.trials, "plotSlice");
      const drawn = uncovered(
        points.filter(({ trial }) => trial !== best.number),
        ({ place, value }) => [(place - from) / (to - from), scale.shareOf(value)],
        [width / 3, 50],
      );
      const far = drawn.filter(({ value }) => scale.isBeyond(value));
      return [
        traceOf(
          drawn.filter(({ value }) => !scale.isBeyond(value)),
          { size: 5, color: palette.blue, opacity: 0.65 },
        ),
        ...(far.length > 0 ? [traceOf(far, triangle(study.direction))] : []),
        traceOf(
          points.filter(({ trial }) => trial === best.number),
          { size: 11, color: palette.vermillion, symbol: "star" },
        ),
      ];
    }),
    layout: {
      ...baseLayout({
        title: "The objective along each hyperparameter",
        subtitle: `A point is a trial; the star is the best one${notes.join("")}`,
        ...{ margin, height: height + margin.t + margin.b },
      }),
      ...Object.fromEntries(
        rows.flatMap(({ name }, i) => {
          const { x, y, column } = list[i]!;
          const axis = parameterAxis(name, study.trials, "plotSlice");
          const title = { text: wrappedName(name, width + 20, 12), font: { size: 12, color: palette.ink } };
          return [
            [
              `xaxis${panelId(i)}`,
              {
                ...plotlyAxis(axis, width / axis.ticks.length - 4),
                ...{ domain: x, anchor: `y${panelId(i)}`, showgrid: false },
                title: { ...title, standoff: 6 },
              },
            ],
            [
              `yaxis${panelId(i)}`,
              { ...scale.axis, domain: y, anchor: `x${panelId(i)}`, showticklabels: column === 0 },
            ],
          ];
        }),
      ),
    },
    reading: readingOf(rows, complete.length),
  };
}

function readingOf(rows: readonly SliceRow[], complete: number): string {
  const best = Math.max(3, Math.round(complete / 10));
  const which =
    complete === 1
      ? "The one trial lies"
      : complete <= best
        ? `All ${complete} trials lie`
        : "The best trials lie";
  const places = rows.map(({ name, best, isChoice }) => {
    const ends = [shortValue(best[0]), shortValue(best.at(-1))] as const;
    if (best.length === 0) return `${name} nowhere`;
    if (isChoice) return `${name} ${alternatives(best)}`;
    return `${name} ${ends[0] === ends[1] ? ends[0] : `${ends[0]} to ${ends[1]}`}`;
  });
  return `${which} at ${places.join(", ")}.`;
}
