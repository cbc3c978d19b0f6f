import type { Figure } from "../../core/index.js";
import { baseLayout } from "../../plots/base-layout.js";
import { palette } from "../../plots/palette.js";
import { textRoom } from "../../plots/svg/text-room.js";
import { inStore } from "../progress/in-store.js";
import { type PredictionRow, predictionRows, predictionsReading } from "./prediction-rows.js";
import { questions } from "./questions.js";
import { readPredictions } from "./stored-predictions.js";

/** Bits beyond these are drawn at the edge: one sure mistake should not flatten all others. */
const edge = 5;

/**
 * What each prediction was worth, in bits, and whether you are as often right as you are sure.
 *
 * @param notebook - its number, such as "01"; defaults to all notebooks
 * @returns a figure 640 pixels wide; its reading compares how sure with how right, with an interval
 * @see G. Brier, "Verification of Forecasts Expressed in Terms of Probability" (1950)
 */
export async function plotPredictions(notebook = ""): Promise<Figure> {
  const stored = await inStore((connection) => readPredictions(connection, notebook));
  return drawPredictions(
    predictionRows(
      questions.filter(({ id }) => id.startsWith(notebook)),
      stored,
    ),
  );
}

/** The figure of some rows. */
export function drawPredictions(rows: readonly PredictionRow[]): Figure {
  const y = rows.map((_, i) => rows.length - 1 - i);
  const shown = rows.map(({ bits = 0 }) => Math.max(-edge, Math.min(edge, bits)));
  return {
    data: [
      {
        ...{ type: "bar", orientation: "h", width: 0.55, x: shown, y },
        marker: {
          color: rows.map(({ hit }) => (hit ? palette.blue : palette.vermillion)),
          pattern: { shape: rows.map(({ hit }) => (hit ? "" : "/")) },
        },
        hoverinfo: "skip",
      },
    ],
    layout: {
      ...baseLayout({
        title: "What your predictions knew",
        subtitle: "In bits: at 0 they knew nothing, left of it less than nothing. Striped: wrong",
        margin: {
          l: 28 + Math.ceil(Math.max(...rows.map(({ about }) => textRoom(about, 13)))),
          r: 132,
          t: 76,
          b: 44,
        },
        height: 130 + 40 * rows.length,
        annotations: rows.map((row, i) => ({
          ...{ xref: "paper", x: 1, xanchor: "left", xshift: 8, y: y[i], showarrow: false, text: label(row) },
          font: { size: 12, color: row.bits === undefined ? palette.faintInk : palette.ink },
        })),
      }),
      xaxis: {
        ...{ range: [-edge - 0.2, edge + 0.2], dtick: 1, zeroline: true, zerolinecolor: palette.ink },
        ...{ tickfont: { color: palette.faintInk }, gridcolor: palette.line, fixedrange: true },
      },
      yaxis: {
        ...{
          range: [-0.6, rows.length - 0.4],
          tickmode: "array",
          tickvals: y,
          showgrid: false,
          zeroline: false,
        },
        ...{ ticktext: rows.map(({ about }) => `${about} `), fixedrange: true },
      },
    },
    reading: predictionsReading(rows),
    drawing: rows.map((row) => `${row.about.padEnd(40)} ${label(row)}`).join("\n"),
  };
}

function label({ bits, sure, hit }: PredictionRow): string {
  if (bits === undefined) return "not committed";
  return `${bits.toFixed(1).replace("-", "−")} bits, ${hit ? "right" : "wrong"} at ${Math.round(100 * sure!)} %`;
}
