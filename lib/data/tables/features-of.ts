import { nearestName, UsageError } from "../../core/index.js";
import { type Categories, categoryColumns, indicatorsOf } from "./category-columns.js";
import { numbersOf } from "./columns.js";
import type { Table } from "./table.js";

/** Options of everything that is made from a table. */
export interface TableOptions {
  /** The columns that the model sees; defaults to every column that has no other use. */
  features?: readonly string[];
  /**
   * Which of them hold names, such as colours, rather than numbers: each name becomes a feature of its own, 1 where it stands
   * and 0 elsewhere. Columns, whose names are those that occur; or `{ column: names }`, which gives two files the same
   * features. Defaults to none.
   */
  categories?: Categories;
  /** The column of the samples' names; defaults to none, and the rows are numbered. */
  id?: string;
  /** Numeric columns that are kept as tags, which the model does not see; defaults to none. */
  tags?: readonly string[];
  /** What a row with a missing value does: "refuse" (the default) the file, or "drop" out of it. */
  missing?: "refuse" | "drop";
}

/** The names of the options in {@link TableOptions}. */
export const tableOptions: readonly string[] = ["features", "categories", "id", "tags", "missing"];

/** The columns that the model sees. */
export function featureNames(table: Table, options: TableOptions, answers: readonly string[]): string[] {
  const { features, id, tags = [], categories = [] } = options;
  const other = [...answers, ...tags, ...(id === undefined ? [] : [id])];
  const names = features ?? [...table.columns.keys()].filter((name) => !other.includes(name));
  const leaked = names.find((name) => answers.includes(name));
  assertAmong(names, categories);
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

function assertAmong(features: readonly string[], categories: Categories): void {
  const stray = categoryColumns(categories).find((column) => !features.includes(column));
  if (stray === undefined) return;
  const meant = nearestName(stray, features);
  throw new UsageError({
    got: `categories names "${stray}", which is no feature.`,
    expected: `columns among the features ${features.slice(0, 12).join(", ")}${features.length > 12 ? ", …" : ""}.`,
    fix:
      meant === undefined ? `take "${stray}" out of categories.` : `write "${meant}" instead of "${stray}".`,
  });
}

/** Some columns of some rows, row after row; a column of names takes as many places as it has names. */
export function featuresOf(
  table: Table,
  names: readonly string[],
  { rows, categories = [] }: { rows: Uint32Array; categories?: Categories },
): { x: Float32Array; width: number } {
  const named = categoryColumns(categories);
  const columns = names.flatMap((name) =>
    named.includes(name) ? indicatorsOf(table, name, { categories, rows }) : [numbersOf(table, name, rows)],
  );
  const x = new Float32Array(rows.length * columns.length);
  for (const [k, column] of columns.entries())
    for (const [i, value] of column.entries()) x[i * columns.length + k] = value;
  return { x, width: columns.length };
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
