/**
 * Lines of cells as text, each column as wide as its widest cell.
 *
 * @example
 * alignedLeft([["a", "1"], ["long", "2"]]); // ["a     1", "long  2"]
 */
export function alignedLeft(lines: readonly (readonly string[])[]): string[] {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines.map((line) =>
    line
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join("  ")
      .trimEnd(),
  );
}
