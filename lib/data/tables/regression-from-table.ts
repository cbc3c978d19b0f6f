import { resolve } from "node:path";
import { checkOptions, type RegressionDataset } from "../../core/index.js";
import { checkChoice } from "../check-values.js";
import { regressionFromArrays } from "../sources/regression-from-arrays.js";
import { withRecipe } from "../streaming/recipe.js";
import { wholeRows } from "./columns.js";
import { extrasOf, featureNames, featuresOf, type TableOptions, tableOptions } from "./features-of.js";
import { readTable } from "./read-table.js";

/** Options for {@link regressionFromTable}. */
export interface RegressionFromTableOptions extends TableOptions {
  /** The column, or columns, of the numbers to predict. */
  target: string | readonly string[];
}

/**
 * A table of numbers with a number to predict: a CSV file (`.csv`, `.tsv`) with a line of names, or Parquet.
 *
 * @throws UsageError that names the row and the column of a text among numbers, or of a missing value
 */
export async function regressionFromTable(
  path: string,
  options: RegressionFromTableOptions,
): Promise<RegressionDataset> {
  checkOptions("regressionFromTable", options, ["target", ...tableOptions]);
  const { target, missing = "refuse" } = options;
  checkChoice("missing", missing, ["drop", "refuse"]);
  const table = await readTable(path);
  const targetNames = typeof target === "string" ? [target] : target;
  const features = featureNames(table, options, targetNames);
  const { tags = [], id } = options;
  const rows = wholeRows(
    table,
    [...targetNames, ...features, ...tags, ...(id === undefined ? [] : [id])],
    missing,
  );
  const { x, width } = featuresOf(table, features, { ...options, rows });
  const dataset = regressionFromArrays({
    ...{ x, shape: [width] },
    targets: featuresOf(table, targetNames, { rows }).x,
    targetNames,
    ...extrasOf(table, options, rows),
  });
  return withRecipe(dataset, {
    module: import.meta.url,
    export: "regressionFromTable",
    args: [resolve(path), options],
  });
}
