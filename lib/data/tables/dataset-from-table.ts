import { resolve } from "node:path";
import { checkOptions, type Dataset } from "../../core/index.js";
import { checkChoice } from "../check-values.js";
import { datasetFromArrays } from "../sources/dataset-from-arrays.js";
import { withRecipe } from "../streaming/recipe.js";
import { classLabels } from "./class-labels.js";
import { columnOf, wholeRows } from "./columns.js";
import { extrasOf, featureNames, featuresOf, type TableOptions, tableOptions } from "./features-of.js";
import { readTable } from "./read-table.js";

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
 * Numbers are taken as they are; where their sizes differ much, `startSimple` scales them. Samples have shape [features].
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
  const { x, width } = featuresOf(table, features, { ...options, rows });
  const dataset = datasetFromArrays({
    ...{ x, shape: [width] },
    ...classLabels(table, label, rows, options.classes),
    ...extrasOf(table, options, rows),
  });
  return withRecipe(dataset, {
    module: import.meta.url,
    export: "datasetFromTable",
    args: [resolve(path), options],
  });
}
