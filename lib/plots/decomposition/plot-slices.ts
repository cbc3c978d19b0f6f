import { type Figure, formatPercent, type Trace, wilsonInterval } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { textRoom } from "../svg/text-room.js";
import { escapeXml } from "../svg/tidy-svg.js";
import { type DrawnSlices, type SliceTreeRow, sliceTreeRows } from "./slice-tree-rows.js";

const width = 720;
const rowHeight = 30;
const indent = 18;
const margin = { r: 148, t: 96, b: 40 };

/**
 * Where the errors sit: all samples at the root, and under it the slices that are worse than the rest, each with its error rate,
 * its interval, and the points of error that it costs.
 *
 * @param report - from `findSlices`
 * @returns a figure 720 pixels wide; its reading is the report's own
 */
export function plotSlices(report: DrawnSlices): Figure {
  const { samples, errors, confidence } = report;
  const rows = sliceTreeRows(report, { samples, ...wilsonInterval(errors, samples, { confidence }) });
  const labels = rows.map(({ label, depth }) => 24 + indent * depth + textRoom(label, 13));
  const l = Math.min(320, Math.ceil(Math.max(...labels)) + 16);
  const height = margin.t + margin.b + rowHeight * rows.length;
  const most = Math.max(...rows.map(({ error }) => error.high), 0.001);
  const percentage = Number((100 * confidence).toPrecision(6));
  return {
    data: [bars(rows)],
    layout: {
      ...baseLayout({
        title: "Where the errors sit",
        subtitle: `Error rates with ${percentage} % intervals; the dotted line is the rate of all samples`,
        margin: { ...margin, l },
        ...{ width, height, annotations: [...names(rows, l), ...numbers(rows, most)] },
      }),
      xaxis: {
        ...{
          range: [0, 105 * most],
          ticksuffix: " %",
          nticks: 6,
          gridcolor: palette.line,
          zerolinecolor: palette.faintInk,
        },
        ...{ tickfont: { color: palette.faintInk }, fixedrange: true },
      },
      yaxis: { range: [rows.length - 0.5, -0.5], visible: false, fixedrange: true },
      shapes: [...branches(rows, l), overall(rows)],
    },
    reading: report.reading,
    drawing: drawing(rows),
  };
}

const percent = (rate: number): number => Number((100 * rate).toFixed(6));

function bars(rows: readonly SliceTreeRow[]): Trace {
  const column = (value: (row: SliceTreeRow) => number) => rows.map((row) => percent(value(row)));
  return {
    ...{
      type: "scatter",
      mode: "markers",
      y: rows.map((_, i) => i),
      x: column(({ error }) => error.estimate),
    },
    marker: { size: 9, color: rows.map(({ depth }) => (depth === 0 ? palette.ink : palette.vermillion)) },
    error_x: {
      ...{ type: "data", symmetric: false, color: palette.grey, thickness: 2, width: 4 },
      array: column(({ error }) => error.high - error.estimate),
      arrayminus: column(({ error }) => error.estimate - error.low),
    },
    text: rows.map(({ label, samples }) => `${escapeXml(label)}: ${samples.toLocaleString("en")} samples`),
    hovertemplate: "%{text}<br>%{x:.1f} % wrong<extra></extra>",
  };
}

/** The names at the left, indented by their depth. */
function names(rows: readonly SliceTreeRow[], left: number): Record<string, unknown>[] {
  return rows.map(({ label, depth }, i) => ({
    ...{
      xref: "paper",
      x: 0,
      xanchor: "left",
      align: "left",
      xshift: 14 - left + indent * depth,
      yref: "y",
      y: i,
      yanchor: "middle",
    },
    ...{
      text: depth === 0 ? `<b>${label}</b>` : escapeXml(label),
      showarrow: false,
      font: { size: 13, color: palette.ink },
    },
  }));
}

/** How many samples, and the points to win, in two columns at the right. */
function numbers(rows: readonly SliceTreeRow[], scale: number): Record<string, unknown>[] {
  const at = (y: number | undefined, xshift: number, text: string, font: object) => ({
    ...{ xref: "paper", x: 1, xanchor: "right", xshift, showarrow: false, text, font, align: "right" },
    ...(y === undefined ? { yref: "paper", y: 1, yanchor: "bottom" } : { yref: "y", y, yanchor: "middle" }),
  });
  const faint = { size: 11, color: palette.faintInk };
  return [
    at(undefined, 66, "samples", faint),
    at(undefined, 136, "points<br>to win", faint),
    ...rows.flatMap(({ samples, recoverable }, i) => [
      at(i, 66, samples.toLocaleString("en"), { size: 12, color: palette.faintInk }),
      ...(recoverable === undefined
        ? []
        : [
            at(i, 136, `<b>${formatPercent(recoverable.estimate, scale)}</b>`, {
              size: 12,
              color: palette.ink,
            }),
          ]),
    ]),
  ];
}

/** From each slice up to the one that it hangs on. */
function branches(rows: readonly SliceTreeRow[], left: number): Record<string, unknown>[] {
  const line = { color: palette.grey, width: 1 };
  return rows.flatMap(({ depth, parent }, i) => {
    if (parent < 0) return [];
    const x = 14 - left + indent * (depth - 1) + 5;
    const place = { type: "line", xref: "paper", yref: "y", xsizemode: "pixel", xanchor: 0, line };
    return [
      { ...place, x0: x, x1: x, y0: parent + 0.3, y1: i },
      { ...place, x0: x, x1: x + indent - 8, y0: i, y1: i },
    ];
  });
}

function overall(rows: readonly SliceTreeRow[]): Record<string, unknown> {
  const x = percent(rows[0]!.error.estimate);
  const line = { color: palette.faintInk, width: 1, dash: "dot" };
  return { type: "line", layer: "below", x0: x, x1: x, yref: "paper", y0: 0, y1: 1, line };
}

/** The tree in characters. */
function drawing(rows: readonly SliceTreeRow[]): string {
  const scale = Math.max(...rows.map(({ error }) => error.high));
  const texts = rows.map(({ label, depth }) => `${"  ".repeat(depth)}${depth === 0 ? "" : "└ "}${label}`);
  const widest = Math.max(...texts.map(({ length }) => length));
  return rows
    .map(({ error, samples, recoverable }, i) => {
      const number = (rate: number) => formatPercent(rate, scale);
      const rate = `${number(error.estimate).padStart(5)} % (${number(error.low)} to ${number(error.high)})`;
      const win = recoverable === undefined ? "" : `, ${number(recoverable.estimate)} points to win`;
      return `${texts[i]!.padEnd(widest)}  ${rate} of ${samples.toLocaleString("en")}${win}`;
    })
    .join("\n");
}
