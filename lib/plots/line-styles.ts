import { palette } from "./palette.js";

/** What tells one line of a figure from another. */
export interface LineStyle {
  color: string;
  dash: "solid" | "dash" | "dot" | "dashdot" | "longdash";
  symbol: "circle" | "square" | "diamond" | "triangle-up" | "x" | "star";
}

/** By colour, dash and symbol, so that no one of them is needed; more lines than these cannot be told apart. */
export const lineStyles: readonly LineStyle[] = [
  { color: palette.blue, dash: "solid", symbol: "circle" },
  { color: palette.vermillion, dash: "dash", symbol: "square" },
  { color: palette.green, dash: "dot", symbol: "diamond" },
  { color: palette.purple, dash: "dashdot", symbol: "triangle-up" },
  { color: palette.ink, dash: "longdash", symbol: "x" },
  { color: palette.grey, dash: "solid", symbol: "star" },
];
