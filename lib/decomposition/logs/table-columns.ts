/** A table in columns, as a file has it: null where there is no value. */
export interface TableColumns {
  readonly rows: number;
  /** In the order of the file. */
  readonly columns: ReadonlyMap<string, ArrayLike<unknown>>;
  /** What the file says beside its columns. */
  readonly metadata: Readonly<Record<string, string>>;
}
