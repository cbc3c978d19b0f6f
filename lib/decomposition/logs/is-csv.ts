/**
 * Whether a file is CSV by its name: `.csv`, or `.tsv` with tabs.
 *
 * @example
 * ["test.csv", "Test.TSV", "test.parquet"].map(isCsv); // [true, true, false]
 */
export function isCsv(path: string): boolean {
  return /\.[ct]sv$/i.test(path);
}
