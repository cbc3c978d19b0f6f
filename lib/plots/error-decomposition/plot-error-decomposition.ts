import { type ErrorDecomposition, type Figure, formatPercent, type Trace } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import {
  type BarKind,
  type ErrorDecompositionRow,
  errorDecompositionRows,
} from "./error-decomposition-rows.js";
import { waterfallDrawing } from "./waterfall-drawing.js";
import { waterfallText } from "./waterfall-text.js";

/** A term that cannot be told from 0 is an outline; the dominant one is the only warm colour. */
const fills: Readonly<Record<BarKind, string>> = {
  given: palette.paleGrey,
  dominant: palette.vermillion,
  above: palette.blue,
  chance: palette.paper,
  below: palette.green,
  total: palette.grey,
};
const outlines: Readonly<Record<BarKind, string>> = { ...fills, chance: palette.blue };

/**
 * The test error as a waterfall: one bar a term, each with its interval, adding up to the test error.
 *
 * @param result - from `decomposeError`
 * @returns a figure of 640 × 400 pixels; its reading is the result's own
 * @see S. Karayev, J. Tobin and P. Abbeel, "Full Stack Deep Learning" (2021), lecture 7: "Breakdown of test error by source"
 */
export function plotErrorDecomposition(result: ErrorDecomposition): Figure {
  const rows = errorDecompositionRows(result);
  const total = rows.at(-1)!;
  const scale = Math.max(...rows.map(({ high }) => high));
  const title = `Where the test error of ${formatPercent(total.end, scale)} % comes from`;
  const confidence = Number((100 * result.confidence).toPrecision(6));
  return {
    data: [bars(rows), intervals(rows)],
    layout: {
      ...baseLayout({
        title,
        subtitle: key(rows),
        margin: { l: 168, r: 164, t: 84, b: 36 },
        annotations: numbers(
          rows,
          rows.every(({ exact }) => exact) ? "Points" : `Points (${confidence} % interval)`,
        ),
      }),
      bargap: 0.42,
      xaxis: xAxis(rows),
      yaxis: {
        type: "category",
        autorange: "reversed",
        ticks: "",
        ticklabelstandoff: 10,
        showgrid: false,
        fixedrange: true,
      },
      shapes: connectors(rows),
    },
    reading: result.reading,
    drawing: waterfallDrawing(rows),
  };
}

/** What the colours mean, as far as they occur. */
function key(rows: readonly ErrorDecompositionRow[]): string {
  const meanings: readonly (readonly [BarKind, string])[] = [
    ["dominant", "Orange: the largest part that work can reduce"],
    ["chance", "Outline: cannot be told from 0"],
    ["below", "Green: below 0"],
  ];
  const present = meanings.filter(([kind]) => rows.some((row) => row.kind === kind));
  return present.map(([, meaning]) => meaning).join("  ·  ");
}

/** Rates are drawn in percent. */
const percent = (rate: number): number => Number((100 * rate).toFixed(6));

function bars(rows: readonly ErrorDecompositionRow[]): Trace {
  const column = (value: (row: ErrorDecompositionRow) => number) => rows.map((row) => percent(value(row)));
  return {
    type: "bar",
    orientation: "h",
    y: rows.map(({ label }) => label),
    base: column(({ start }) => start),
    x: column(({ start, end }) => end - start),
    marker: {
      color: rows.map(({ kind }) => fills[kind]),
      line: { color: rows.map(({ kind }) => outlines[kind]), width: 1.5 },
    },
    hovertemplate: "%{y}<br>%{x:.2f} points<extra></extra>",
  };
}

/** Points too small to see, for the intervals they carry. */
function intervals(rows: readonly ErrorDecompositionRow[]): Trace {
  const measured = rows.filter(({ exact }) => !exact);
  const column = (value: (row: ErrorDecompositionRow) => number) =>
    measured.map((row) => percent(value(row)));
  return {
    type: "scatter",
    mode: "markers",
    y: measured.map(({ label }) => label),
    x: column(({ end }) => end),
    marker: { size: 1, color: palette.ink },
    error_x: {
      type: "data",
      symmetric: false,
      array: column(({ end, high }) => high - end),
      arrayminus: column(({ end, low }) => end - low),
      color: palette.ink,
      thickness: 1.5,
      width: 4,
    },
    hoverinfo: "skip",
  };
}

function xAxis(rows: readonly ErrorDecompositionRow[]): Record<string, unknown> {
  const lowest = Math.min(0, ...rows.flatMap(({ end, low }) => [end, low]));
  const highest = Math.max(...rows.flatMap(({ end, high }) => [end, high]), 0.001);
  const room = 0.03 * (highest - lowest);
  return {
    ticksuffix: " %",
    range: [percent(lowest < 0 ? lowest - room : 0), percent(highest + room)],
    nticks: 6,
    gridcolor: palette.line,
    zerolinecolor: palette.faintInk,
    tickfont: { color: palette.faintInk },
    fixedrange: true,
  };
}

/** A thin line down from the end of each bar to the start of the next. */
function connectors(rows: readonly ErrorDecompositionRow[]): Record<string, unknown>[] {
  return rows.slice(0, -1).map(({ end }, i) => ({
    type: "line",
    layer: "below",
    x0: percent(end),
    x1: percent(end),
    y0: i + 0.29,
    y1: i + 1 - 0.29,
    line: { color: palette.faintInk, width: 1, dash: "dot" },
  }));
}

/** The numbers in a column at the right, under a heading. */
function numbers(rows: readonly ErrorDecompositionRow[], heading: string): Record<string, unknown>[] {
  const common = { xref: "paper", x: 1, xanchor: "left", xshift: 12, showarrow: false, align: "left" };
  const texts = waterfallText(rows);
  return [
    {
      ...common,
      yref: "paper",
      y: 1,
      yanchor: "bottom",
      text: heading,
      font: { size: 11, color: palette.faintInk },
    },
    ...rows.map(({ label, kind }, i) => {
      const { size, interval } = texts[i]!;
      const bold = kind === "dominant" || kind === "total" ? `<b>${size}</b>` : size;
      const text =
        interval === "" ? bold : `${bold}  <span style="color:${palette.faintInk}">(${interval})</span>`;
      return { ...common, yref: "y", y: label, yanchor: "middle", text, font: { size: 12 } };
    }),
  ];
}
