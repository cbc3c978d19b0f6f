import { UsageError } from "../../core/index.js";
import { columnOf } from "./columns.js";
import type { Table } from "./table.js";
import { valueName, valueNames } from "./value-names.js";

/** Columns of names: those that occur in each, or those listed for it. */
export type Categories = readonly string[] | Readonly<Record<string, readonly string[]>>;

/** More names than this, most of them rare, are a key or a free text. */
const mostNames = 100;

/** The columns that are said to hold names. */
export function categoryColumns(categories: Categories): readonly string[] {
  return Array.isArray(categories) ? categories : Object.keys(categories);
}

/**
 * One column for each name, which is 1 in its rows and 0 in the others.
 *
 * @throws UsageError for a name that is not listed, and for a column in which nearly every row has a name of its own
 */
export function indicatorsOf(
  table: Table,
  column: string,
  { categories, rows }: { categories: Categories; rows: Uint32Array },
): Float64Array[] {
  const cells = columnOf(table, column);
  const listed = Array.isArray(categories)
    ? undefined
    : (categories as Record<string, readonly string[]>)[column];
  const names = listed ?? valueNames(Array.from(rows, (row) => valueName(cells[row])));
  if (listed === undefined && names.length > mostNames && names.length > rows.length / 10)
    throw new UsageError({
      got: `${table.path}, column "${column}" has ${names.length} names in ${rows.length} rows.`,
      expected: "names that come back, at least ten times each.",
      fix: "leave it out of features: what is nearly unique teaches a model to know its samples by heart.",
    });
  const indicators = names.map(() => new Float64Array(rows.length));
  const places = new Map(names.map((name, k) => [name, indicators[k]!]));
  for (const [i, row] of rows.entries()) {
    const name = valueName(cells[row]);
    const indicator = places.get(name);
    if (indicator === undefined)
      throw new UsageError({
        got: `${table.path}, ${table.place(row)}, column "${column}" is "${name}".`,
        expected: `one of ${names.slice(0, 12).join(", ")}, as categories lists them.`,
        fix: "add it to the list, or repair the cell.",
      });
    indicator[i] = 1;
  }
  return indicators;
}
