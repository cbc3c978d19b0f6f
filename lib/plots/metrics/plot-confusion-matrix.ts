import { type ConfusionMatrix, type Figure, formatPercent } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";
import { textRoom } from "../svg/text-room.js";
import { type Confusion, confusionDrawing, confusionReading, confusionRows } from "./confusion-text.js";

/** Above so many classes the cells are too small for numbers. */
const mostWithNumbers = 12;

const labelSize = 13;

/**
 * What is taken for what: a row for each label, a column for each prediction. The colour is the share of the label's
 * samples, so that a rare class shows as well as a common one.
 *
 * @param matrix - from `confusionMatrix`
 * @returns a figure 640 pixels wide; its reading names the commonest error
 */
export function plotConfusionMatrix(matrix: ConfusionMatrix): Figure {
  const { classes } = matrix;
  const rows = confusionRows(matrix);
  const longest = Math.ceil(Math.max(...classes.map((name) => textRoom(name, labelSize))));
  const [l, r] = [Math.min(180, longest + 28), 40];
  const cell = Math.min(72, (640 - l - r) / classes.length);
  const isTilted = longest > cell - 8;
  const margin = { l, r, t: isTilted ? 88 + Math.min(120, Math.ceil(0.7 * longest)) : 88, b: 24 };
  const side = Math.round(cell * classes.length);
  const height = margin.t + margin.b + Math.max(side, 96);
  const range = { range: [-0.5, classes.length - 0.5] };
  const names = {
    type: "category",
    tickvals: [...classes],
    showgrid: false,
    zeroline: false,
    ticks: "",
    ticklabelstandoff: 6,
  };
  return {
    data: [
      {
        type: "scatter",
        mode: "markers",
        x: rows.map(({ predicted }) => predicted),
        y: rows.map(({ label }) => label),
        marker: { size: cell / 2, opacity: 0, symbol: "square" }, // for the pointer alone
        text: rows.map(cellText),
        hovertemplate: "%{text}<extra></extra>",
      },
    ],
    layout: {
      ...baseLayout({
        title: "What is taken for what",
        subtitle: "Labels down, predictions across; the colour is the share of the label’s samples",
        margin: { ...margin, r: 640 - margin.l - side },
        height,
        annotations: classes.length > mostWithNumbers ? [] : rows.map(numberIn),
      }),
      shapes: [frame(classes.length), ...rows.flatMap((row, i) => filledCell(row, i, classes.length))],
      xaxis: { ...names, ...range, side: "top", tickangle: isTilted ? -45 : 0, fixedrange: true },
      yaxis: { ...names, range: range.range.toReversed(), fixedrange: true },
    },
    reading: confusionReading(rows),
    drawing: confusionDrawing(matrix),
  };
}

const cellText = ({ label, predicted, count, share }: Confusion): string =>
  `${label} taken for ${predicted}: ${count.toLocaleString("en")}, ${formatPercent(share)} % of those labelled ${label}`;

function frame(classes: number): Record<string, unknown> {
  const ends = { x0: -0.5, y0: -0.5, x1: classes - 0.5, y1: classes - 0.5 };
  return { type: "rect", layer: "below", ...ends, line: { color: palette.line, width: 1 } };
}

/** A square in the share's colour; what occurs never has none. */
function filledCell({ count, share }: Confusion, cell: number, classes: number): Record<string, unknown>[] {
  if (count === 0) return [];
  const [x, y] = [cell % classes, Math.floor(cell / classes)];
  return [
    {
      ...{ type: "rect", layer: "below", x0: x - 0.5, x1: x + 0.5, y0: y - 0.5, y1: y + 0.5 },
      ...{ fillcolor: shade(share), line: { color: palette.paper, width: 1 } },
    },
  ];
}

/** From paper to blue. */
function shade(share: number): string {
  const channel = (at: number): string => {
    const [paper, blue] = [palette.paper, palette.blue].map((hex) =>
      Number.parseInt(hex.slice(at, at + 2), 16),
    );
    return Math.round(paper! + share * (blue! - paper!))
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** The count and, where there is one, its share; light on dark cells. */
function numberIn({ label, predicted, count, share }: Confusion): Record<string, unknown> {
  return {
    ...{ x: predicted, y: label, showarrow: false },
    text: count === 0 ? "" : `${count.toLocaleString("en")}<br>${formatPercent(share)} %`,
    font: { size: 11, color: share > 0.55 ? palette.paper : palette.ink },
  };
}
