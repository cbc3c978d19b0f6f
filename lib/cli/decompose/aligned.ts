/** Rows of a table as lines: the first column to the left, the others to the right. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map(([label, ...cells]) => {
    const right = cells.map((cell, i) => cell.padStart(widths[i + 1]! + (i === 0 ? 2 : 3)));
    return `  ${label!.padEnd(widths[0]!)}${right.join("")}`.trimEnd();
  });
}
