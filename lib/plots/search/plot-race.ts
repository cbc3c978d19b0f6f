import { type Figure, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { fittedText } from "./fitted-text.js";
import { panelId, panels } from "./panels.js";

/** A row of `raceMethods`. */
export interface DrawnRace {
  readonly method: string;
  readonly epochs: readonly number[];
  readonly median: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

const layout = { columns: 3, height: 96, gap: 34, across: 0.05 };
/** Of a method's name, in pixels. */
const nameRoom = 130;
/** Below it, a difference is less than the noise of one training: 0.2 percentage points. */
const floor = 0.002;

/**
 * A race of search methods: how far each one's best configuration is from the best there is, against the epochs spent. Each method
 * has a panel of its own, with the others behind it in grey, from the best to the worst.
 *
 * @param rows - from `raceMethods`
 * @returns a figure 640 pixels wide; its reading orders the methods
 * @throws UsageError for no rows
 */
export function plotRace(rows: readonly DrawnRace[]): Figure {
  if (rows.length === 0)
    throw new UsageError({
      got: "plotRace got no rows.",
      expected: "a row for each method.",
      fix: "write plotRace(await raceMethods()).",
    });
  const ordered = [...rows].sort((a, b) => a.median.at(-1)! - b.median.at(-1)!);
  const { list, height } = panels(ordered.length, layout);
  const margin = { l: 60, r: 20, t: 88, b: 52 };
  const highest = Math.log10(Math.max(0.1, ...rows.flatMap(({ median }) => median.slice(1))) * 1.2);
  const last = rows[0]!.epochs.at(-1)!;
  const above = (values: readonly number[]) => values.map((value) => Math.max(floor, value));
  const layoutOf = (_: DrawnRace, i: number): [string, unknown][] => {
    const { x, y, column, isLowest } = list[i]!;
    const style = { tickfont: { size: 11, color: palette.faintInk }, zeroline: false, fixedrange: true };
    return [
      [
        `xaxis${panelId(i)}`,
        {
          ...style,
          ...{
            domain: x,
            anchor: `y${panelId(i)}`,
            range: [-0.04 * last, last],
          },
          ...{ nticks: 3, showgrid: false, showticklabels: isLowest },
        },
      ],
      [
        `yaxis${panelId(i)}`,
        {
          ...style,
          ...{ domain: y, anchor: `x${panelId(i)}`, type: "log" },
          ...{ range: [Math.log10(floor), highest], gridcolor: palette.line, showticklabels: column === 0 },
          ...{ tickvals: [0.002, 0.01, 0.05, 0.2], ticktext: ["≤ 0.2 ", "1 ", "5 ", "20 "] },
        },
      ],
    ];
  };
  const nameOf = ({ method, median }: DrawnRace, i: number) => ({
    ...{
      xref: `x${panelId(i)} domain`,
      yref: `y${panelId(i)} domain`,
      x: 0,
      y: 1,
      xanchor: "left",
      yanchor: "bottom",
    },
    ...{ showarrow: false, align: "left" },
    text: `<b>${fittedText(method, nameRoom, 12)}</b> ${points(median.at(-1)!)}`,
    font: { size: 12, color: palette.ink },
  });
  const data = ordered.flatMap((row, i) => {
    const on = { type: "scatter", mode: "lines", xaxis: `x${panelId(i)}`, yaxis: `y${panelId(i)}` };
    const behind = ordered
      .filter((other) => other !== row)
      .map(({ epochs, median }) => ({
        ...{ ...on, x: epochs, y: above(median), hoverinfo: "skip" },
        line: { color: palette.paleGrey, width: 1 },
      }));
    return [
      ...behind,
      { ...on, x: row.epochs, y: above(row.upper), line: { width: 0 }, hoverinfo: "skip" },
      {
        ...{ ...on, x: row.epochs, y: above(row.lower), line: { width: 0 }, hoverinfo: "skip" },
        ...{ fill: "tonexty", fillcolor: "rgba(0, 114, 178, 0.22)" },
      },
      {
        ...{ ...on, x: row.epochs, y: above(row.median), line: { color: palette.blue, width: 2 } },
        ...{ customdata: row.median.map((value) => points(value)) },
        hovertemplate: `${row.method}, %{x} epochs: %{customdata}<extra></extra>`,
      },
    ];
  });
  return {
    data,
    layout: {
      ...baseLayout({
        title: "The race: percentage points above the best error",
        subtitle: "against epochs spent; median and quartiles of all searches, the other methods in grey",
        ...{ margin, height: height + margin.t + margin.b, annotations: ordered.map(nameOf) },
      }),
      ...Object.fromEntries(ordered.flatMap(layoutOf)),
    },
    reading: readingOf(ordered),
  };
}

function readingOf(ordered: readonly DrawnRace[]): string {
  const [first, ...others] = ordered;
  const names = others.map(({ method, median }) => `${method} ${points(median.at(-1)!)}`);
  const then = names.length === 0 ? "" : `; then ${names.join(", ")}`;
  return `After ${first!.epochs.at(-1)} epochs ${first!.method} is ${points(first!.median.at(-1)!)} percentage points from the best${then}.`;
}

const points = (share: number): string => (100 * share).toFixed(1);
