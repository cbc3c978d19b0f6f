import { UsageError } from "../../core/index.js";
import type { TableColumns } from "./table-columns.js";

/**
 * What a column says of the whole table, where it says the same in every row: CSV has no other place for the split, the
 * run and the seed.
 *
 * @returns undefined where there is no such column, or nothing in it
 * @throws UsageError where the rows differ: one file holds one log
 */
export function constantColumn(path: string, { columns }: TableColumns, name: string): string | undefined {
  const column = columns.get(name);
  if (column === undefined || column.length === 0) return undefined;
  const first = column[0];
  for (let row = 1; row < column.length; row++)
    if (column[row] !== first)
      throw new UsageError({
        got: `${path}, row ${row}, column ${name} is ${JSON.stringify(column[row])}, and ${JSON.stringify(first)} before.`,
        expected: `one ${name} in a file.`,
        fix: `write one file for each ${name}.`,
      });
  return first === null || first === undefined || first === "" ? undefined : String(first);
}
