/** Rows as a Markdown table with aligned columns; numbers go to the right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]!.length)),
  );
  const isNumber = header.map((_, column) => rows.every((row) => /^[\d.,×–− ]/.test(row[column]!)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (isNumber[i] ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join(" | ")} |`;
  const rule = `|${widths.map((width, i) => (isNumber[i] ? `${"-".repeat(width + 1)}:` : `-${"-".repeat(width)}-`)).join("|")}|`;
  return [line(header), rule, ...rows.map(line)].join("\n");
}
