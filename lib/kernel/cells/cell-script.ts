/** The name under which a run of a cell is known to the engine; its readers see "cell [3]" instead. */
export function cellScript(run: number): string {
  return `deep-pessimist-cell-${run}.js`;
}

export function isCellScript(file: string): boolean {
  return /^deep-pessimist-cell-\d+\.js$/.test(file);
}
