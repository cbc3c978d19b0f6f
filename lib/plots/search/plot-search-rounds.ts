import { type Figure, shortValue, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { completeTrials, type DrawnStudy } from "./drawn-study.js";
import { wrappedName } from "./fitted-text.js";
import { panelId, panels } from "./panels.js";
import { parameterAxis, plotlyAxis } from "./parameter-axis.js";

/** What `searchRounds(study)` gives. */
export interface DrawnRound {
  readonly round: number;
  readonly firstTrial: number;
  readonly space: readonly { readonly name: string; readonly distribution: object }[];
  readonly decisions: readonly {
    readonly name: string;
    readonly action: string;
    readonly sentence: string;
  }[];
}

/** One hyperparameter's range in one round. */
export interface RoundRow {
  readonly name: string;
  readonly round: number;
  readonly action: string;
  /** On the hyperparameter's axis. */
  readonly from: number;
  readonly to: number;
}

/** The ranges of all rounds: one row for each hyperparameter and round, of choices one for each that is left. */
export function roundRows(study: DrawnStudy, rounds: readonly DrawnRound[]): RoundRow[] {
  return rounds.flatMap(({ round, space, decisions }) =>
    space.flatMap(({ name, distribution }): RoundRow[] => {
      const range = distribution as { low?: number; high?: number; choices?: readonly unknown[] };
      const axis = parameterAxis(name, study.trials, "plotSearchRounds");
      const action = decisions.find((decision) => decision.name === name)?.action ?? "declared";
      const rowOf = (from: number, to: number): RoundRow => ({ name, round, action, from, to });
      if (range.choices === undefined) return [rowOf(axis.placeOf(range.low), axis.placeOf(range.high))];
      // A number that was dropped has one value left.
      const half = axis.isChoice ? 0.4 : 0.01 * (axis.to - axis.from);
      return range.choices.map((value) => rowOf(axis.placeOf(value) - half, axis.placeOf(value) + half));
    }),
  );
}

const mostPanels = 6;
const margin = { l: 76, r: 20, t: 68, b: 66 };

/**
 * How the rounds of a coarse-to-fine search close in: each hyperparameter's range round by round, with the trials drawn from it.
 *
 * @param rounds - from `searchRounds(study)`
 * @returns a figure 640 pixels wide; its reading is what the last round changes, and why
 * @throws UsageError for no rounds
 */
export function plotSearchRounds(study: DrawnStudy, rounds: readonly DrawnRound[]): Figure {
  if (rounds.length === 0)
    throw new UsageError({
      got: "plotSearchRounds got no round.",
      expected: "one at least.",
      fix: "write plotSearchRounds(study, searchRounds(study)).",
    });
  const trials = completeTrials(study, "plotSearchRounds");
  const lastTrial = study.trials.at(-1)!.number;
  const rows = roundRows(study, rounds);
  const all = [...new Set(rows.map(({ name }) => name))];
  const names = all.slice(0, mostPanels);
  const roundOf = (number: number): number =>
    rounds.filter(({ firstTrial }) => firstTrial <= number).length - 1;
  const columns = Math.min(2, names.length);
  const { list, height } = panels(names.length, {
    ...{ columns, height: 24 + 32 * rounds.length, gap: 62, across: 0.08 },
  });
  const width = (640 - margin.l - margin.r) * (list[0]!.x[1] - list[0]!.x[0]);
  const sign = study.direction === "minimize" ? 1 : -1;
  const good = new Set(
    [...trials]
      .sort((a, b) => sign * (a.value - b.value))
      .slice(0, Math.max(3, Math.round(trials.length / 10))),
  );
  const layoutOf = (name: string, i: number): [string, unknown][] => {
    const { x, y, column } = list[i]!;
    const axis = parameterAxis(name, study.trials, "plotSearchRounds");
    return [
      [
        `xaxis${panelId(i)}`,
        {
          ...plotlyAxis(axis, width / axis.ticks.length - 4),
          domain: x,
          anchor: `y${panelId(i)}`,
          title: {
            text: wrappedName(name, width + 20, 12),
            font: { size: 12, color: palette.ink },
            standoff: 4,
          },
        },
      ],
      [
        `yaxis${panelId(i)}`,
        {
          range: [rounds.length - 0.4, -0.6],
          tickmode: "array",
          tickvals: rounds.map(({ round }) => round),
          ticktext: rounds.map(({ round, firstTrial }) =>
            firstTrial > lastTrial ? "next " : `round ${round + 1} `,
          ),
          domain: y,
          anchor: `x${panelId(i)}`,
          tickfont: { color: palette.faintInk },
          showgrid: false,
          zeroline: false,
          fixedrange: true,
          showticklabels: column === 0,
        },
      ],
    ];
  };
  return {
    data: names.flatMap((name, i) => {
      const axis = parameterAxis(name, study.trials, "plotSearchRounds");
      const on = { type: "scatter", mode: "markers", xaxis: `x${panelId(i)}`, yaxis: `y${panelId(i)}` };
      const having = trials.filter(({ parameters }) => name in parameters);
      const points = (of: typeof having, marker: object) => ({
        ...on,
        x: of.map(({ parameters }) => axis.placeOf(parameters[name])),
        y: of.map(({ number }) => roundOf(number) + 0.22 * (((number * 0.618) % 1) - 0.5)),
        marker,
        text: of.map(({ number, value }) => `trial ${number}: ${shortValue(value)}`),
        hovertemplate: "%{text}<extra></extra>",
      });
      return [
        points(
          having.filter((trial) => !good.has(trial)),
          { size: 4, color: palette.grey },
        ),
        points(
          having.filter((trial) => good.has(trial)),
          { size: 7, color: palette.vermillion },
        ),
      ];
    }),
    layout: {
      ...baseLayout({
        title: "How the rounds close in",
        subtitle: `A bar is the range of a round, a point a trial; the best ${good.size} red${names.length < all.length ? `; ${names.length} of ${all.length} hyperparameters` : ""}`,
        ...{ margin, height: height + margin.t + margin.b },
      }),
      ...Object.fromEntries(names.flatMap(layoutOf)),
      shapes: rows
        .filter(({ name }) => names.includes(name))
        .map(({ name, round, from, to }) => ({
          ...{
            type: "rect",
            layer: "below",
            xref: `x${panelId(names.indexOf(name))}`,
            yref: `y${panelId(names.indexOf(name))}`,
          },
          ...{ x0: from, x1: to, y0: round - 0.3, y1: round + 0.3, fillcolor: "#d6e6f2", line: { width: 0 } },
        })),
    },
    reading: readingOf(rounds.at(-1)!.decisions),
  };
}

/** What the last round changes, and why; what stays needs no reason. */
function readingOf(decisions: DrawnRound["decisions"]): string {
  if (decisions.length === 0) return "One round so far, in the declared ranges.";
  const stay = decisions.filter(({ action }) => action === "keep").map(({ name }) => name);
  const changes = decisions.filter(({ action }) => action !== "keep").map(({ sentence }) => sentence);
  const rest =
    stay.length === 0 ? [] : [`${stay.join(", ")} ${stay.length === 1 ? "stays" : "stay"} as before.`];
  return [...changes, ...rest].join(" ");
}
