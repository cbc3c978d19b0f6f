import { UsageError } from "../../core/index.js";

const prefix = "probability_";

/** The classes and, in the same order, the columns of their probabilities. */
export interface ClassColumns {
  readonly classes: readonly string[];
  readonly columns: readonly string[];
}

/**
 * Finds the classes among a table's columns. Numbered columns are put into the order of their numbers, named ones stay
 * as they come; with known classes the columns are `probability_0`, `probability_1`, ….
 *
 * @throws UsageError where there is no such column, or the numbers have a gap
 * @example
 * classColumns("test.parquet", ["id", "probability_cat", "probability_dog"]).classes; // ["cat", "dog"]
 */
export function classColumns(
  path: string,
  names: readonly string[],
  known?: readonly string[],
): ClassColumns {
  if (known !== undefined) return { classes: known, columns: known.map((_, k) => `${prefix}${k}`) };
  const columns = names.filter((name) => name.startsWith(prefix));
  if (columns.length === 0)
    throw new UsageError({
      got: `${path} has no column of probabilities, only ${names.join(", ")}.`,
      expected: `a column ${prefix}<class> for each class.`,
      fix: `name the columns ${prefix}0, ${prefix}1, ….`,
    });
  const classes = columns.map((name) => name.slice(prefix.length));
  if (!classes.every((name) => /^(0|[1-9]\d*)$/.test(name))) return { classes, columns };
  const numbers = classes.map(Number).sort((a, b) => a - b);
  const gap = numbers.findIndex((number, k) => number !== k);
  if (gap === -1) return { classes: numbers.map(String), columns: numbers.map((k) => `${prefix}${k}`) };
  throw new UsageError({
    got: `${path} has no column ${prefix}${gap}, but has ${prefix}${numbers.at(-1)}.`,
    expected: `the columns ${prefix}0 to ${prefix}<classes − 1>.`,
    fix: `add ${prefix}${gap}.`,
  });
}
