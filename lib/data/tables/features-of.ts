import { UsageError } from "../../core/index.js";
import { numbersOf } from "./columns.js";
import type { Table } from "./table.js";

/** Options of everything that is made from a table. */
export interface TableOptions {
  /** The columns that the model sees, all numeric; defaults to every column that has no other use. */
  features?: readonly string[];
  /** The column of the samples' names; defaults to none, and the rows are numbered. */
  id?: string;
  /** Numeric columns that are kept as tags, which the model does not see; defaults to none. */
  tags?: readonly string[];
  /** What a row with a missing value does: "refuse" (the default) the file, or "drop" out of it. */
  missing?: "refuse" | "drop";
}

/** The names of the options in {@link TableOptions}. */
export const tableOptions: readonly string[] = ["features", "id", "tags", "missing"];

/** The columns that the model sees. */
export function featureNames(table: Table, options: TableOptions, answers: readonly string[]): string[] {
  const { features, id, tags = [] } = options;
  const other = [...answers, ...tags, ...(id === undefined ? [] : [id])];
  const names = features ?? [...table.columns.keys()].filter((name) => !other.includes(name));
  const leaked = names.find((name) => answers.includes(name));
  if (names.length > 0 && leaked === undefined) return [...names];
  throw new UsageError({
    got:
      leaked === undefined
        ? `${table.path} leaves no column for features.`
        : `features holds "${leaked}", which is to be predicted.`,
    expected: "at least one numeric column that is not the answer itself.",
    fix: 'name them: { features: ["…"] }.',
  });
}

/** The features of some rows, row after row; shape [rows, features]. */
export function featuresOf(table: Table, names: readonly string[], rows: Uint32Array): Float32Array {
  const x = new Float32Array(rows.length * names.length);
  for (const [k, name] of names.entries())
    for (const [i, value] of numbersOf(table, name, rows).entries()) x[i * names.length + k] = value;
  return x;
}

/** Names and tags of some rows. */
export function extrasOf(
  table: Table,
  { id, tags = [] }: TableOptions,
  rows: Uint32Array,
): { ids: string[]; tags: Record<string, Float32Array> } {
  const names = id === undefined ? undefined : table.columns.get(id);
  return {
    ids: Array.from(rows, (row) => String(names === undefined ? row : names[row])),
    tags: Object.fromEntries(tags.map((name) => [name, Float32Array.from(numbersOf(table, name, rows))])),
  };
}
