import type { ActivationVarianceSeries } from "./activation-variance-series.js";
import { varianceText } from "./variance-text.js";

const blocks = [..."▁▂▃▄▅▆▇█"];
const columns = 40;

/** A line of blocks for each network, on one logarithmic scale of eight powers of ten around 1. */
export function activationVarianceDrawing(series: readonly ActivationVarianceSeries[]): string {
  const width = Math.max(8, ...series.map(({ name }) => name.length));
  return series.map((one) => `${one.name.padEnd(width)}  ${bar(one)}  ${ends(one)}`).join("\n");
}

function bar({ variances }: ActivationVarianceSeries): string {
  const every = Math.ceil(variances.length / columns);
  return variances
    .filter((_, i) => i % every === 0)
    .map((variance) =>
      Number.isFinite(variance)
        ? blocks[Math.min(7, Math.max(0, Math.round(Math.log10(variance) + 4)))]!
        : "×",
    )
    .join("");
}

function ends({ first, last }: ActivationVarianceSeries): string {
  return `${varianceText(first)} → ${varianceText(last)}`;
}
