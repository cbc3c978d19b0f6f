import { type Figure, type Trace, UsageError } from "../../core/index.js";
import { baseLayout } from "../base-layout.js";
import { spreadLabels } from "../learning-curve/spread-labels.js";
import { lineStyles } from "../line-styles.js";
import { palette } from "../palette.js";
import { textRoom } from "../svg/text-room.js";
import { activationVarianceDrawing } from "./activation-variance-drawing.js";
import { activationVarianceReading } from "./activation-variance-reading.js";
import {
  type ActivationVarianceSeries,
  activationVarianceSeries,
  type LayerVariance,
} from "./activation-variance-series.js";
import { superscript, varianceText } from "./variance-text.js";

/** Powers of ten beyond which the picture is cut off: nothing that can be trained is there. */
const [lowest, highest] = [-12, 8];

const height = 400;
const labelSize = 12;

/**
 * The variance of what each layer gives out, layer by layer, of one or more networks: what an initialization is for.
 *
 * @param networks - for each network, by its name, what `activationVariance` measured; one to six of them
 * @returns a figure of 640 × 400 pixels with a logarithmic axis; its reading says which variances stay, grow or vanish
 * @throws UsageError for no network, too many, or one without layers
 */
export function plotActivationVariance(networks: Readonly<Record<string, readonly LayerVariance[]>>): Figure {
  assertComparable(networks);
  const series = activationVarianceSeries(networks);
  const exponents = series.flatMap(({ variances }) => variances.filter((v) => v > 0).map(Math.log10));
  const bottom = Math.max(lowest, Math.ceil(Math.min(-1, ...exponents)) - 1);
  const top = Math.min(highest, Math.floor(Math.max(1, ...exponents)) + 1);
  const depth = Math.max(...series.map(({ variances }) => variances.length));
  const margin = { l: 64, r: labelRoom(series), t: 72, b: 48 };
  const fraction = (variance: number) => (within(variance, bottom, top) - bottom) / (top - bottom);
  return {
    data: series.map((one, i) => line(one, bottom, top, i)),
    layout: {
      ...baseLayout({
        title: "Variance of the activations, layer by layer",
        subtitle: "At the first step of training, over samples, places and units",
        margin,
        annotations: [depthLabel, ...endLabels(series, fraction, 18 / (height - margin.t - margin.b))],
      }),
      xaxis: { range: [depth === 1 ? 0.5 : 1 - 0.02 * depth, depth * 1.02], ...axis, showgrid: false },
      yaxis: { range: [bottom, top], ...powersOfTen(bottom, top), ...axis },
    },
    reading: activationVarianceReading(series),
    drawing: activationVarianceDrawing(series),
  };
}

const axis = {
  tickfont: { color: palette.faintInk },
  gridcolor: palette.line,
  zeroline: false,
  fixedrange: true,
};

const depthLabel = {
  ...{ xref: "paper", x: 0.5, xanchor: "center", yref: "paper", y: 0, yanchor: "top", yshift: -22 },
  ...{ text: "layer", font: { size: 12, color: palette.faintInk }, showarrow: false },
};

/** The exponent of a variance, kept inside of the picture. */
function within(variance: number, bottom: number, top: number): number {
  if (Number.isNaN(variance)) return top;
  return Math.min(top, Math.max(bottom, Math.log10(variance)));
}

/** The axis carries exponents, so that a variance of 0 has a place: the edge, where its line ends. */
function line({ name, variances }: ActivationVarianceSeries, bottom: number, top: number, i: number): Trace {
  const gone = variances.findIndex((variance) => [bottom, top].includes(within(variance, bottom, top)));
  const shown = variances
    .slice(0, gone === -1 ? undefined : gone + 1)
    .map((variance) =>
      variance > 0 && Number.isFinite(variance) ? Math.log10(variance) : within(variance, bottom, top),
    );
  return {
    type: "scatter",
    mode: "lines",
    name,
    x: shown.map((_, layer) => layer + 1),
    y: shown.map((exponent) => Number(exponent.toPrecision(5))),
    text: variances.slice(0, shown.length).map(varianceText),
    hovertemplate: "layer %{x}: %{text}",
    line: { color: lineStyles[i]!.color, dash: lineStyles[i]!.dash, width: 2 },
  };
}

/** Every power of ten, or every third or so of them, written as one. */
function powersOfTen(bottom: number, top: number): Record<string, unknown> {
  const step = Math.max(1, Math.ceil((top - bottom) / 7));
  const values = Array.from({ length: top - bottom + 1 }, (_, i) => bottom + i).filter((e) => e % step === 0);
  const text = values.map((e) => (e === 0 ? "1" : e === 1 ? "10" : `10${superscript(e)}`));
  return { tickmode: "array", tickvals: values, ticktext: text };
}

function labelRoom(series: readonly ActivationVarianceSeries[]): number {
  const widths = series.map(({ name, last }) => textRoom(`<b>${name}</b> ${varianceText(last)}`, labelSize));
  return Math.max(136, 18 + Math.ceil(Math.max(...widths)));
}

/** Name and last variance at the right, at the height of the line's end, moved apart where they would touch. */
function endLabels(
  series: readonly ActivationVarianceSeries[],
  fraction: (variance: number) => number,
  gap: number,
): Record<string, unknown>[] {
  const places = spreadLabels(
    series.map(({ last }) => fraction(last)),
    gap,
  );
  return series.map(({ name, last }, i) => ({
    ...{ xref: "paper", x: 1, xanchor: "left", xshift: 6 },
    ...{ yref: "paper", y: places[i], yanchor: "middle", align: "left", showarrow: false },
    text: `<b>${name}</b> ${varianceText(last)}`,
    font: { size: labelSize, color: lineStyles[i]!.color },
  }));
}

function assertComparable(networks: Readonly<Record<string, readonly LayerVariance[]>>): void {
  const names = Object.keys(networks);
  if (names.length === 0 || names.length > lineStyles.length)
    throw new UsageError({
      got: `plotActivationVariance got ${names.length} networks.`,
      expected: `1 to ${lineStyles.length}: more curves cannot be told apart.`,
      fix: "compare the networks that matter, a few at a time.",
    });
  const empty = names.find((name) => networks[name]!.length === 0);
  if (empty !== undefined)
    throw new UsageError({
      got: `plotActivationVariance got the network "${empty}", which has no layers.`,
      expected: "one layer or more.",
      fix: `pass { "${empty}": await activationVariance(model, x) }.`,
    });
}
