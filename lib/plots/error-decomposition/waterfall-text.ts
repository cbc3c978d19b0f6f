import { formatPercent } from "../../core/index.js";
import type { ErrorDecompositionRow } from "./error-decomposition-rows.js";

/** What stands beside a bar: its size in points, and the interval where there is one. */
export interface WaterfallText {
  readonly size: string;
  readonly interval: string;
}

/** The numbers of each row as text: totals as they are, terms with their sign. */
export function waterfallText(rows: readonly ErrorDecompositionRow[]): WaterfallText[] {
  const scale = Math.max(...rows.map(({ high }) => high));
  return rows.map(({ kind, start, end, low, high, estimate, exact }) => {
    const isRate = kind === "total" || kind === "given";
    const sign = !isRate && end > start ? "+" : "";
    const interval = `${formatPercent(low - start, scale)} to ${formatPercent(high - start, scale)}`;
    return { size: `${sign}${formatPercent(estimate, scale)}`, interval: exact ? "" : interval };
  });
}
