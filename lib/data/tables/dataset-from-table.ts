import { resolve } from "node:path";
import { checkOptions, type Dataset, UsageError } from "../../core/index.js";
import { checkChoice } from "../check-values.js";
import { datasetFromArrays } from "../sources/dataset-from-arrays.js";
import { withRecipe } from "../streaming/recipe.js";
import { columnOf, wholeRows } from "./columns.js";
import { extrasOf, featureNames, featuresOf, type TableOptions, tableOptions } from "./features-of.js";
import { readTable } from "./read-table.js";
import type { Table } from "./table.js";

/** Options for {@link datasetFromTable}. */
export interface DatasetFromTableOptions extends TableOptions {
  /** The column of classes: their names, or any other values, each of which is a class. */
  label: string;
  /** The classes' names in the order of their labels; defaults to the column's values in alphabetical order, numbers by size. */
  classes?: readonly string[];
}

/**
 * A table of numbers with a column of classes: a CSV file (`.csv`, `.tsv`) with a line of names, or Parquet.
 *
 * Numbers are taken as they are: scale columns whose sizes differ much. Samples have shape [features].
 *
 * @throws UsageError that names the row and the column of a text among numbers, of a missing value, or of an unknown class
 */
export async function datasetFromTable(path: string, options: DatasetFromTableOptions): Promise<Dataset> {
  checkOptions("datasetFromTable", options, ["label", "classes", ...tableOptions]);
  const { label, missing = "refuse" } = options;
  checkChoice("missing", missing, ["drop", "refuse"]);
  const table = await readTable(path);
  columnOf(table, label);
  const features = featureNames(table, options, [label]);
  const used = [
    label,
    ...features,
    ...(options.tags ?? []),
    ...(options.id === undefined ? [] : [options.id]),
  ];
  const rows = wholeRows(table, used, missing);
  const names = Array.from(rows, (row) => className(columnOf(table, label)[row]));
  const classes = options.classes ?? classesOf(names);
  const dataset = datasetFromArrays({
    x: featuresOf(table, features, rows),
    shape: [features.length],
    labels: labelsOf(table, label, names, classes, rows),
    classes,
    ...extrasOf(table, options, rows),
  });
  return withRecipe(dataset, {
    module: import.meta.url,
    export: "datasetFromTable",
    args: [resolve(path), options],
  });
}

function className(cell: unknown): string {
  return String(cell).trim();
}

/** Alphabetical, but "10" after "9". */
function classesOf(names: readonly string[]): string[] {
  const classes = [...new Set(names)];
  const areNumbers = classes.every((name) => name !== "" && Number.isFinite(Number(name)));
  return areNumbers ? classes.sort((a, b) => Number(a) - Number(b)) : classes.sort();
}

function labelsOf(
  table: Table,
  column: string,
  names: readonly string[],
  classes: readonly string[],
  rows: Uint32Array,
): Int32Array {
  if (classes.length > 1000 && classes.length > names.length / 2)
    throw new UsageError({
      got: `${table.path}, column "${column}" has ${classes.length} values in ${names.length} rows.`,
      expected: "classes, each of several rows.",
      fix: "numbers to predict, rather than classes, are read by regressionFromTable.",
    });
  const indices = new Map(classes.map((name, index) => [name, index]));
  return Int32Array.from(names, (name, i) => {
    const index = indices.get(name);
    if (index !== undefined) return index;
    throw new UsageError({
      got: `${table.path}, ${table.place(rows[i]!)}, column "${column}" is "${name}".`,
      expected: `one of the classes ${classes.slice(0, 12).join(", ")}.`,
      fix: "add it to classes, or repair the cell.",
    });
  });
}
