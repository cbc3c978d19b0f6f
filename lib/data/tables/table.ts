/** A table in columns, as a file has it. */
export interface Table {
  readonly path: string;
  readonly rows: number;
  /** In the file's order. CSV cells are texts; Parquet cells are of the file's types, null where there is none. */
  readonly columns: ReadonlyMap<string, ArrayLike<unknown>>;
  /** A row in words, as whoever opens the file finds it: "row 6 (line 8)". Rows count from 0. */
  place(row: number): string;
}

/** What programs write where there is no value. */
const missing: readonly string[] = ["", "na", "n/a", "nan", "null", "none", "?"];

/** Whether a cell holds nothing. */
export function isMissing(cell: unknown): boolean {
  if (cell === null || cell === undefined) return true;
  if (typeof cell === "string") return missing.includes(cell.trim().toLowerCase());
  return typeof cell === "number" && Number.isNaN(cell);
}
