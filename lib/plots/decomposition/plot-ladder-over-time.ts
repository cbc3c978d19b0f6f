import {
  type ErrorDecomposition,
  type ErrorTermName,
  errorTermLabels,
  type Figure,
  formatPercent,
  type Trace,
  UsageError,
} from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { textRoom } from "../svg/text-room.js";
import { escapeXml } from "../svg/tidy-svg.js";
import { ladderOverTimeReading } from "./ladder-over-time-reading.js";
import { type LadderCell, type LadderStage, ladderOverTimeRows, type Move } from "./ladder-over-time-rows.js";

const width = 760;
const rowHeight = 38;
/** In pixels, between the columns. */
const gap = 14;

const colours: Readonly<Record<Move, string>> = {
  first: palette.ink,
  stayed: palette.grey,
  fell: palette.blue,
  rose: palette.vermillion,
};

/**
 * How each change moved the parts of the test error: a row for each stage, a column for each term, all to one scale. What moved by
 * more than chance since the row above is coloured.
 *
 * @param stages - from `decomposeError`, by what was changed, in the order of time; two to twelve of them
 * @returns a figure 760 pixels wide; its reading says which change took most, from which term
 * @throws UsageError for fewer than two stages, or more than twelve, and for stages with different terms
 */
export function plotLadderOverTime(stages: Readonly<Record<string, ErrorDecomposition>>): Figure {
  assertStages(stages);
  const rows = ladderOverTimeRows(stages);
  const names = rows[0]!.cells.map(({ name }) => name);
  const widest = Math.max(...rows.map(({ stage }) => textRoom(stage, 13)));
  const margin = { l: Math.min(220, Math.ceil(widest) + 30), r: 20, t: 104, b: 36 };
  const room = width - margin.l - margin.r;
  const each = (room - gap * (names.length - 1)) / names.length;
  const all = rows.flatMap(({ cells }) => cells);
  const [low, high] = [
    Math.min(0, ...all.map((cell) => cell.low)),
    Math.max(...all.map((cell) => cell.high), 0.001),
  ];
  const spare = 0.08 * (high - low);
  const axes = names.map((_, k) => [
    `xaxis${k === 0 ? "" : k + 1}`,
    {
      domain: [(k * (each + gap)) / room, (k * (each + gap) + each) / room],
      range: [percent(low - spare), percent(high + spare)],
      ...{
        dtick: tickStep(percent(high - low)),
        tick0: 0,
        ticksuffix: " %",
        gridcolor: palette.line,
        zerolinecolor: palette.faintInk,
        fixedrange: true,
      },
      tickfont: { size: 11, color: palette.faintInk },
    },
  ]);
  return {
    data: names.map((_, k) => column(rows, k)),
    layout: {
      ...baseLayout({
        title: "How each change moved the parts of the test error",
        subtitle: key(all),
        ...{ margin, width, height: margin.t + margin.b + rowHeight * rows.length },
        annotations: [...headings(names, (k) => (k * (each + gap)) / room), ...numbers(rows, high)],
      }),
      ...Object.fromEntries(axes),
      yaxis: {
        ...{
          type: "category",
          range: [rows.length - 0.5, -0.5],
          showgrid: false,
          ticks: "",
          fixedrange: true,
        },
        ...{ ticklabelstandoff: 8, zeroline: false },
      },
    },
    reading: ladderOverTimeReading(rows),
    drawing: drawing(rows, names),
  };
}

/** 1, 2 or 5 times a power of ten, so that one to three of them fit into the range. */
function tickStep(range: number): number {
  const power = 10 ** Math.floor(Math.log10(range / 1.5));
  return power * [5, 2, 1].find((factor) => factor * power <= range / 1.5)!;
}

const percent = (rate: number): number => Number((100 * rate).toFixed(6));

const heading = (name: string): string =>
  name === "test" ? "test error" : errorTermLabels[name as ErrorTermName];

function key(cells: readonly LadderCell[]): string {
  const span = (color: string, text: string) => `<span style="color:${color}">● ${text}</span>`;
  const has = (move: Move) => cells.some((cell) => cell.move === move);
  return (
    [
      ...(has("fell") ? [span(colours.fell, "fell")] : []),
      ...(has("rose") ? [span(colours.rose, "rose")] : []),
      ...(has("stayed") ? [span(colours.stayed, "within chance")] : []),
    ].join("  ") + " since the row above; bars are intervals"
  );
}

/** One term down all stages. */
function column(rows: readonly LadderStage[], k: number): Trace {
  const cells = rows.map(({ cells }) => cells[k]!);
  return {
    ...{ type: "scatter", mode: "markers", xaxis: `x${k === 0 ? "" : k + 1}`, yaxis: "y" },
    x: cells.map(({ estimate }) => percent(estimate)),
    y: rows.map(({ stage }) => escapeXml(stage)),
    marker: { size: 9, color: cells.map(({ move }) => colours[move]) },
    error_x: {
      ...{ type: "data", symmetric: false, color: palette.grey, thickness: 1.5, width: 3 },
      array: cells.map(({ estimate, high }) => percent(high - estimate)),
      arrayminus: cells.map(({ estimate, low }) => percent(estimate - low)),
    },
    hovertemplate: "%{y}<br>%{x:.2f} %<extra></extra>",
  };
}

function headings(names: readonly string[], left: (k: number) => number): Record<string, unknown>[] {
  return names.map((name, k) => ({
    ...{
      xref: "paper",
      x: left(k),
      xanchor: "left",
      yref: "paper",
      y: 1,
      yanchor: "bottom",
      yshift: 6,
      align: "left",
    },
    text: `<b>${heading(name).replace(" ", "<br>")}</b>`,
    ...{ font: { size: 12, color: palette.ink }, showarrow: false },
  }));
}

/** Each number above its dot. */
function numbers(rows: readonly LadderStage[], scale: number): Record<string, unknown>[] {
  return rows.flatMap(({ stage, cells }) =>
    cells.map(({ estimate, move }, k) => ({
      ...{
        xref: `x${k === 0 ? "" : k + 1}`,
        x: percent(estimate),
        yref: "y",
        y: escapeXml(stage),
        yshift: 13,
      },
      ...{ text: formatPercent(estimate, scale), showarrow: false, bgcolor: palette.paper, borderpad: 0 },
      font: { size: 11, color: move === "stayed" ? palette.faintInk : colours[move] },
    })),
  );
}

/** The same as a table of characters; arrows stand where something moved beyond chance. */
function drawing(rows: readonly LadderStage[], names: readonly string[]): string {
  const arrows: Readonly<Record<Move, string>> = { first: " ", stayed: " ", fell: "↓", rose: "↑" };
  const scale = Math.max(...rows.flatMap(({ cells }) => cells.map(({ high }) => high)));
  const table = [
    ["", ...names.map(heading)],
    ...rows.map(({ stage, cells }) => [
      stage,
      ...cells.map(({ estimate, move }) => `${formatPercent(estimate, scale)} ${arrows[move]}`),
    ]),
  ];
  const widths = table[0]!.map((_, k) => Math.max(...table.map((row) => row[k]!.length)));
  return table
    .map((row) =>
      row
        .map((text, k) => (k === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[k]!)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function assertStages(stages: Readonly<Record<string, ErrorDecomposition>>): void {
  const all = Object.values(stages);
  const termsOf = ({ terms }: ErrorDecomposition) => terms.map(({ name }) => name).join();
  const odd = Object.keys(stages).find((name) => termsOf(stages[name]!) !== termsOf(all[0]!));
  if (all.length >= 2 && all.length <= 12 && odd === undefined) return;
  throw new UsageError({
    got:
      odd === undefined
        ? `plotLadderOverTime got ${all.length} stages.`
        : `the stage "${odd}" has other terms than the first.`,
    expected: "2 to 12 stages with the same terms.",
    fix: 'pass { "baseline": decomposeError(…), "more layers": decomposeError(…) }, with testVal in all of them or in none.',
  });
}
