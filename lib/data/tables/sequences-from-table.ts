import { resolve } from "node:path";
import { checkOptions, type Dataset } from "../../core/index.js";
import { checkChoice } from "../check-values.js";
import { datasetFromArrays } from "../sources/dataset-from-arrays.js";
import { withRecipe } from "../streaming/recipe.js";
import { classLabels } from "./class-labels.js";
import { columnOf, wholeRows } from "./columns.js";
import type { DatasetFromTableOptions } from "./dataset-from-table.js";
import { extrasOf, featureNames, featuresOf, tableOptions } from "./features-of.js";
import { readTable } from "./read-table.js";
import { sequenceRows } from "./sequence-rows.js";

/** Options for {@link sequencesFromTable}. */
export interface SequencesFromTableOptions extends Omit<DatasetFromTableOptions, "id"> {
  /** The column that says which sequence a row belongs to; its values are the samples' names. */
  sequence: string;
  /** The column of numbers, such as a time, by which a sequence's rows follow each other; defaults to none: as they stand in the file. */
  order?: string;
  /** Steps of a sample, to which shorter sequences are padded; defaults to those of the longest. A longer one is refused. */
  steps?: number;
}

/**
 * Sequences with a class each, of a table with a row for each step: a CSV file (`.csv`, `.tsv`) with a line of names, or
 * Parquet.
 *
 * Samples have shape [steps, features], in the order in which the file first names them; `lengths` says how many steps of each are
 * real, and those after are zeros, which `lstm` skips. Neither `sequence` nor `order` is a feature, unless `features` names it.
 * A label stands in each row of its sequence; tags are those of the first.
 *
 * @throws UsageError that names the row and the column of a text among numbers, of a missing value, of a second label in
 *   one sequence, or of a step too many
 */
export async function sequencesFromTable(path: string, options: SequencesFromTableOptions): Promise<Dataset> {
  const known = tableOptions.filter((name) => name !== "id");
  checkOptions("sequencesFromTable", options, ["sequence", "order", "steps", "label", "classes", ...known]);
  const { label, sequence, order, steps, missing = "refuse", tags = [] } = options;
  checkChoice("missing", missing, ["drop", "refuse"]);
  const table = await readTable(path);
  const aside = [sequence, ...(order === undefined ? [] : [order])];
  for (const column of [label, ...aside]) columnOf(table, column);
  const features = featureNames(table, { ...options, tags: [...tags, ...aside] }, [label]);
  const rows = wholeRows(table, [label, ...aside, ...features, ...tags], missing);
  const { classes, labels } = classLabels(table, label, rows, options.classes);
  const parts = sequenceRows(table, rows, { ...{ sequence, label, labels }, order, steps });
  const firsts = Uint32Array.from(parts, ([first]) => rows[first!]!);
  const longest = steps ?? parts.reduce((most, { length }) => Math.max(most, length), 0);
  const { x, width } = featuresOf(table, features, { ...options, rows });
  const padded = new Float32Array(parts.length * longest * width);
  for (const [i, part] of parts.entries())
    for (const [step, row] of part.entries())
      padded.set(x.subarray(row * width, (row + 1) * width), (i * longest + step) * width);
  const dataset = datasetFromArrays({
    ...{ x: padded, shape: [longest, width], classes },
    labels: parts.map(([first]) => labels[first!]!),
    lengths: Int32Array.from(parts, ({ length }) => length),
    ...extrasOf(table, { tags, id: sequence }, firsts),
  });
  return withRecipe(dataset, {
    module: import.meta.url,
    export: "sequencesFromTable",
    args: [resolve(path), options],
  });
}
