/** A cell as a name. */
export function valueName(cell: unknown): string {
  return String(cell).trim();
}

/** The names that occur, each once: alphabetical, but "10" after "9". */
export function valueNames(cells: readonly string[]): string[] {
  const names = [...new Set(cells)];
  const areNumbers = names.every((name) => name !== "" && Number.isFinite(Number(name)));
  return areNumbers ? names.sort((a, b) => Number(a) - Number(b)) : names.sort();
}
