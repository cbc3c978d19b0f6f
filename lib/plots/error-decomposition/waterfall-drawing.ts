import type { ErrorDecompositionRow } from "./error-decomposition-rows.js";
import { waterfallText } from "./waterfall-text.js";

const columns = 30;

/** The waterfall in characters: full blocks are terms above chance, shaded ones those that cannot be told from 0. */
export function waterfallDrawing(rows: readonly ErrorDecompositionRow[]): string {
  const most = Math.max(...rows.flatMap(({ start, end }) => [start, end]), Number.MIN_VALUE);
  const least = Math.min(0, ...rows.map(({ end }) => end));
  const column = (rate: number) => Math.round(((rate - least) / (most - least)) * columns);
  const texts = waterfallText(rows);
  const labelWidth = Math.max(...rows.map(({ label }) => label.length));
  const sizeWidth = Math.max(...texts.map(({ size }) => size.length));
  return rows
    .map(({ label, kind, start, end }, i) => {
      const [from, to] = [column(Math.min(start, end)), column(Math.max(start, end))];
      const mark = kind === "chance" ? "░" : "█";
      const bar = to === from ? "│".padStart(from + 1) : " ".repeat(from) + mark.repeat(to - from);
      const { size, interval } = texts[i]!;
      const shown = `${label.padEnd(labelWidth)}  ${bar.padEnd(columns + 2)}${size.padStart(sizeWidth)} %`;
      return interval === "" ? shown : `${shown}  (${interval})`;
    })
    .join("\n");
}
