import { UsageError } from "../../core/index.js";
import { columnOf } from "./columns.js";
import type { Table } from "./table.js";
import { valueName, valueNames } from "./value-names.js";

/** A column as labels. */
export interface ClassLabels {
  /** In the order of their labels. */
  readonly classes: readonly string[];
  /** One for each of the rows. */
  readonly labels: Int32Array;
}

/**
 * The classes in a column, of these rows.
 *
 * @param known - the classes' names in the order of their labels; defaults to the values that occur
 * @throws UsageError for a value that is no known class, and for a column with almost as many values as rows
 */
export function classLabels(
  table: Table,
  column: string,
  rows: Uint32Array,
  known?: readonly string[],
): ClassLabels {
  const cells = columnOf(table, column);
  const names = Array.from(rows, (row) => valueName(cells[row]));
  const classes = known ?? valueNames(names);
  if (classes.length > 1000 && classes.length > names.length / 2)
    throw new UsageError({
      got: `${table.path}, column "${column}" has ${classes.length} values in ${names.length} rows.`,
      expected: "classes, each of several rows.",
      fix: "numbers to predict, rather than classes, are read by regressionFromTable.",
    });
  const indices = new Map(classes.map((name, index) => [name, index]));
  const labels = Int32Array.from(names, (name, i) => {
    const index = indices.get(name);
    if (index !== undefined) return index;
    throw new UsageError({
      got: `${table.path}, ${table.place(rows[i]!)}, column "${column}" is "${name}".`,
      expected: `one of the classes ${classes.slice(0, 12).join(", ")}.`,
      fix: "add it to classes, or repair the cell.",
    });
  });
  return { classes, labels };
}
