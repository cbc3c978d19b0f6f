import { type Figure, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { completeTrials, type DrawnStudy, short } from "./drawn-study.js";
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

/** The ranges of all rounds, one row for each hyperparameter and round; choices have a row for all that are left. */
export function roundRows(study: DrawnStudy, rounds: readonly DrawnRound[]): RoundRow[] {
  return rounds.flatMap(({ round, space, decisions }) =>
    space.flatMap(({ name, distribution }): RoundRow[] => {
      const range = distribution as { low?: number; high?: number; choices?: readonly unknown[] };
      const axis = parameterAxis(name, study.trials, "plotSearchRounds");
      const values = range.choices ?? [range.low, range.high];
      const places = values.map((value) => axis.placeOf(value));
      const half = range.choices === undefined ? 0 : 0.4;
      const action = decisions.find((decision) => decision.name === name)?.action ?? "declared";
      return [{ name, round, action, from: Math.min(...places) - half, to: Math.max(...places) + half }];
    }),
  );
}

const mostPanels = 6;

/**
 * How the rounds of a coarse-to-fine search close in: each hyperparameter's range round by round, with the trials drawn from it.
 *
 * @param rounds - from `searchRounds(study)`
 * @returns a figure 640 pixels wide; its reading is the sentences of the last round
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
  const rows = roundRows(study, rounds);
  const names = [...new Set(rows.map(({ name }) => name))].slice(0, mostPanels);
  const roundOf = (number: number): number =>
    rounds.filter(({ firstTrial }) => firstTrial <= number).length - 1;
  const columns = Math.min(2, names.length);
  const lines = Math.ceil(names.length / columns);
  const sign = study.direction === "minimize" ? 1 : -1;
  const good = new Set(
    [...trials]
      .sort((a, b) => sign * (a.value - b.value))
      .slice(0, Math.max(3, Math.round(trials.length / 10))),
  );
  const id = (i: number): string => (i === 0 ? "" : String(i + 1));
  const layoutOf = (name: string, i: number): [string, unknown][] => {
    const [width, rise] = [columns === 1 ? 1 : 0.46, 0.3 / lines];
    const height = (1 - rise * (lines - 1)) / lines;
    const left = (i % columns) * 0.54;
    const top = 1 - Math.floor(i / columns) * (height + rise);
    return [
      [
        `xaxis${id(i)}`,
        {
          ...plotlyAxis(parameterAxis(name, study.trials, "plotSearchRounds")),
          domain: [left, left + width],
          anchor: `y${id(i)}`,
          title: { text: name, font: { size: 12, color: palette.ink }, standoff: 4 },
        },
      ],
      [
        `yaxis${id(i)}`,
        {
          range: [rounds.length - 0.4, -0.6],
          tickmode: "array",
          tickvals: rounds.map(({ round }) => round),
          ticktext: rounds.map(({ round }) => `round ${round + 1} `),
          domain: [Math.max(0, top - height), top],
          anchor: `x${id(i)}`,
          tickfont: { color: palette.faintInk },
          showgrid: false,
          zeroline: false,
          fixedrange: true,
          showticklabels: i % columns === 0,
        },
      ],
    ];
  };
  const decided = rounds.at(-1)!.decisions.map(({ sentence }) => sentence);
  return {
    data: names.flatMap((name, i) => {
      const axis = parameterAxis(name, study.trials, "plotSearchRounds");
      const on = { type: "scatter", mode: "markers", xaxis: `x${id(i)}`, yaxis: `y${id(i)}` };
      const having = trials.filter(({ parameters }) => name in parameters);
      const points = (of: typeof having, marker: object) => ({
        ...on,
        x: of.map(({ parameters }) => axis.placeOf(parameters[name])),
        y: of.map(({ number }) => roundOf(number) + 0.22 * (((number * 0.618) % 1) - 0.5)),
        marker,
        text: of.map(({ number, value }) => `trial ${number}: ${short(value)}`),
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
        subtitle: "A bar is the range of a round, a point a trial; the best tenth red",
        margin: { l: 76, r: 20, t: 68, b: 56 },
        height: 130 + lines * (60 + 36 * rounds.length),
      }),
      ...Object.fromEntries(names.flatMap(layoutOf)),
      shapes: rows
        .filter(({ name }) => names.includes(name))
        .map(({ name, round, from, to }) => ({
          ...{
            type: "rect",
            layer: "below",
            xref: `x${id(names.indexOf(name))}`,
            yref: `y${id(names.indexOf(name))}`,
          },
          ...{ x0: from, x1: to, y0: round - 0.3, y1: round + 0.3, fillcolor: "#d6e6f2", line: { width: 0 } },
        })),
    },
    reading: decided.length > 0 ? decided.join(" ") : "One round so far, in the declared ranges.",
  };
}
