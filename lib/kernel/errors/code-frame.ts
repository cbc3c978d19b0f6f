import type { Location } from "../tslab/source-maps.js";

const widest = 120;

/** The line of a cell with a mark under the column: two lines of text, or none where the line is not known. */
export function codeFrame({ line, column, text }: Location, mark = "^"): string[] {
  if (text === undefined || text.length > widest) return [];
  const number = `${line}`;
  return [`> ${number} | ${text}`, `  ${" ".repeat(number.length)} | ${" ".repeat(column - 1)}${mark}`];
}
