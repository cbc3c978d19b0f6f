import { type Figure, formatPercent, type Trace, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { palette } from "../palette.js";

/** One part of the held-out error in the ladder's meaning and in the true one; rows of `reconcileBiasVariance`. */
export interface TwofoldPart {
  readonly part: "irreducible" | "bias" | "variance" | "sum";
  readonly ladder: number;
  readonly true: number;
}

const colours = {
  irreducible: palette.grey,
  bias: palette.vermillion,
  variance: palette.blue,
} as const;

type Part = keyof typeof colours;

const parts = Object.keys(colours) as Part[];

const bars = { true: "true, over<br>training sets", ladder: "the ladder's" } as const;

/**
 * The same held-out error taken apart twice: by the ladder at the training error, and by theory at the error of all models'
 * vote. Both bars are as long; where they are cut differs by what training has memorised.
 *
 * @param rows - from `reconcileBiasVariance`
 * @returns a figure 640 pixels wide; its reading says how much of the ladder's variance is bias
 * @throws UsageError where a part is missing
 */
export function plotBiasVariance(rows: readonly TwofoldPart[]): Figure {
  assertParts(rows);
  const scale = Math.max(...rows.flatMap((row) => [row.ladder, row.true]));
  const span = (part: Part) => `<span style="color:${colours[part]}">■ ${part}</span>`;
  return {
    data: parts.map((part) => segment(rows, part, scale)),
    layout: {
      ...baseLayout({
        title: "One error, taken apart twice",
        subtitle: `${parts.map(span).join("  ")}, in percent of held-out samples`,
        margin: { l: 120, r: 24, t: 72, b: 44 },
        height: 230,
      }),
      barmode: "relative",
      bargap: 0.35,
      xaxis: { ticksuffix: " %", gridcolor: palette.line, zerolinecolor: palette.faintInk, fixedrange: true },
      yaxis: { type: "category", showgrid: false, ticks: "", fixedrange: true, ticklabelstandoff: 8 },
    },
    reading: biasVarianceReading(rows),
    drawing: drawing(rows, scale),
  };
}

function segment(rows: readonly TwofoldPart[], part: Part, scale: number): Trace {
  const row = rowOf(rows, part);
  const shares = [row.true, row.ladder];
  return {
    ...{ type: "bar", orientation: "h", name: part, y: Object.values(bars) },
    x: shares.map((share) => Number((100 * share).toFixed(6))),
    marker: { color: colours[part] },
    text: shares.map((share) => (Math.abs(share) < 0.05 * scale ? "" : formatPercent(share, scale))),
    ...{ textposition: "inside", insidetextanchor: "middle", textangle: 0 },
    textfont: { color: palette.paper, size: 13 },
    hovertemplate: `${part}<br>%{x:.2f} %<extra></extra>`,
  };
}

function biasVarianceReading(rows: readonly TwofoldPart[]): string {
  const [bias, variance] = [rowOf(rows, "bias"), rowOf(rows, "variance")];
  const scale = rowOf(rows, "sum").ladder;
  const points = (share: number) => formatPercent(share, scale);
  const moved = variance.ladder - variance.true;
  const parts = `The ladder says ${points(bias.ladder)} of bias and ${points(variance.ladder)} of variance, theory ${points(bias.true)} and ${points(variance.true)}`;
  if (Math.abs(moved) < 0.1 * scale) return `${parts}: here they agree.`;
  return moved > 0
    ? `${parts}: ${points(moved)} points of what looks like variance are bias that training has memorised away.`
    : `${parts}: ${points(-moved)} points of what looks like bias are variance, which the training error holds too.`;
}

function drawing(rows: readonly TwofoldPart[], scale: number): string {
  const line = (name: string, of: "ladder" | "true") =>
    [
      name.padEnd(14),
      ...parts.map((part) => `${part} ${formatPercent(rowOf(rows, part)[of], scale)}`.padEnd(18)),
    ]
      .join("")
      .trimEnd();
  return [line("the ladder's", "ladder"), line("true", "true")].join("\n");
}

function rowOf(rows: readonly TwofoldPart[], part: TwofoldPart["part"]): TwofoldPart {
  return rows.find((row) => row.part === part)!;
}

function assertParts(rows: readonly TwofoldPart[]): void {
  const missing = [...parts, "sum" as const].find((part) => rowOf(rows, part) === undefined);
  if (missing === undefined) return;
  throw new UsageError({
    got: `plotBiasVariance got rows without "${missing}".`,
    expected: "the rows irreducible, bias, variance and sum.",
    fix: "pass what reconcileBiasVariance(ladder, truth) returns.",
  });
}
