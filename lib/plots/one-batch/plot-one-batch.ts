import { type Figure, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { spreadLabels } from "../learning-curve/spread-labels.js";
import { lineStyles } from "../line-styles.js";
import { palette } from "../palette.js";
import { textRoom } from "../svg/text-room.js";

/** What `overfitOneBatch` gives. */
export interface DrawnExperiment {
  readonly outcome: string;
  readonly losses: readonly number[];
}

/** Losses outside are drawn at the edge: a batch that is learnt, and one that has left all bounds. */
const [lowest, highest] = [0.01, 100];

/** The axis in powers of ten, with room for the lines at both ends. */
const range = [Math.log10(lowest) - 0.15, Math.log10(highest) + 0.1] as const;

const [top, bottom, height] = [72, 48, 400];

/**
 * Training on a single batch, step by step, of one program or of several.
 *
 * @param experiments - the results of `overfitOneBatch`, by the names that stand at their curves' ends; one to six
 * @returns a figure of 640 × 400 pixels, the losses on a logarithmic axis; its reading names each outcome
 * @throws UsageError for none, or more than can be told apart
 * @see J. Tobin, "Troubleshooting Deep Neural Networks", Full Stack Deep Learning (2021), "overfit a single batch"
 */
export function plotOneBatch(experiments: Readonly<Record<string, DrawnExperiment>>): Figure {
  const named = Object.entries(experiments);
  if (named.length === 0 || named.length > lineStyles.length)
    throw new UsageError({
      got: `plotOneBatch got ${named.length} experiments.`,
      expected: `1 to ${lineStyles.length}: more curves cannot be told apart.`,
      fix: "compare those that matter, a few at a time.",
    });
  const ends = named.map(([, { losses }]) => fraction(losses.at(-1) ?? Number.NaN));
  const places = spreadLabels(ends, 18 / (height - top - bottom));
  const steps = Math.max(...named.map(([, { losses }]) => losses.length));
  return {
    data: named.map(([name, { losses }], i) => ({
      ...{ type: "scatter", mode: "lines", name, x: losses.map((_, step) => step) },
      y: losses.map((loss) => Number(within(loss).toPrecision(4))),
      line: { color: lineStyles[i]!.color, dash: lineStyles[i]!.dash, width: 2 },
    })),
    layout: {
      ...baseLayout({
        title: "Training on one batch",
        subtitle: "Loss after each update, on a logarithmic axis",
        margin: {
          l: 56,
          r: 20 + Math.max(...named.map((one) => textRoom(labelOf(one), 12))),
          t: top,
          b: bottom,
        },
        height,
        annotations: [
          stepLabel,
          ...named.map((one, i) => ({
            ...{
              xref: "paper",
              x: 1,
              xanchor: "left",
              xshift: 8,
              yref: "paper",
              y: places[i],
              yanchor: "middle",
            },
            ...{ text: labelOf(one), showarrow: false, align: "left" },
            font: { size: 12, color: lineStyles[i]!.color },
          })),
        ],
      }),
      xaxis: { range: [-0.03 * steps, steps - 0.5], nticks: 8, ...axis, showgrid: false },
      yaxis: {
        ...{ type: "log", range, ...axis },
        ...{
          tickmode: "array",
          tickvals: [0.01, 0.1, 1, 10, 100],
          ticktext: ["0.01", "0.1", "1", "10", "100"],
        },
      },
    },
    reading: `${named.map(([name, { outcome, losses }]) => `${name} ${wordsFor(outcome)} (${text(losses[0]!)} to ${text(losses.at(-1)!)} in ${losses.length} steps)`).join("; ")}.`,
    drawing: named.map(([name, { outcome }]) => `${name.padEnd(16)} ${wordsFor(outcome)}`).join("\n"),
  };
}

const axis = {
  tickfont: { color: palette.faintInk },
  gridcolor: palette.line,
  zeroline: false,
  fixedrange: true,
};

const stepLabel = {
  ...{ xref: "paper", x: 0.5, xanchor: "center", yref: "paper", y: 0, yanchor: "top", yshift: -22 },
  ...{ text: "update", font: { size: 12, color: palette.faintInk }, showarrow: false },
};

/** Within the axis; what is no number has left it at the top. */
function within(loss: number): number {
  return Number.isNaN(loss) ? highest : Math.min(highest, Math.max(lowest, loss));
}

/** How far up the axis a loss stands, 0 … 1. */
function fraction(loss: number): number {
  return (Math.log10(within(loss)) - range[0]) / (range[1] - range[0]);
}

const wordsFor = (outcome: string): string => outcome.replace("still-falling", "is still falling");

const labelOf = ([name, { outcome }]: [string, DrawnExperiment]): string =>
  `<b>${name}</b> ${wordsFor(outcome)}`;

const text = (loss: number): string => (Number.isFinite(loss) ? loss.toPrecision(2) : String(loss));
