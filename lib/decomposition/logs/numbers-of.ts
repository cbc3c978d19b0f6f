import { UsageError } from "../../core/index.js";

/**
 * A column as numbers; 64-bit integers and booleans are converted.
 *
 * @param path - for messages
 * @param name - the column's name, for messages
 * @throws UsageError naming the row of the first value that is no number, and of a missing one where `missing` is not given
 */
export function numbersOf(
  path: string,
  name: string,
  column: ArrayLike<unknown>,
  { missing }: { missing?: number } = {},
): Float32Array {
  return Float32Array.from(column, (value, row) => {
    if (typeof value === "number") return value;
    if (typeof value === "bigint" || typeof value === "boolean") return Number(value);
    if ((value === null || value === undefined) && missing !== undefined) return missing;
    throw new UsageError({
      got: `${path}, row ${row}, column ${name} is ${value === null ? "missing" : JSON.stringify(value)}.`,
      expected: "a number.",
      fix: `write column ${name} as numbers, one for every row.`,
    });
  });
}
