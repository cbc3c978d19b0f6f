import { checkOptions, type PredictionLog, UsageError } from "../../core/index.js";
import { assertPredictionLog } from "./assert-prediction-log.js";
import { classColumns } from "./class-columns.js";
import { constantColumn } from "./constant-column.js";
import { isCsv } from "./is-csv.js";
import { labelsOf } from "./labels-of.js";
import { decodeMetadata, metadataKey } from "./log-metadata.js";
import { numbersOf } from "./numbers-of.js";
import { readCsv } from "./read-csv.js";
import { readParquet } from "./read-parquet.js";
import { splitFromFileName } from "./split-from-file-name.js";
import type { TableColumns } from "./table-columns.js";

/** Options for {@link readPredictionLog}. */
export interface ReadPredictionLogOptions {
  /** The split that was predicted; defaults to what the file says, and then to what its name says. */
  split?: string;
}

/**
 * Reads a prediction log from a file, whoever wrote it: CSV where the name ends in `.csv` or `.tsv`, Parquet otherwise.
 *
 * Needed are the columns `id`, `label` (the index of a class, or its name) and one `probability_<class>` for each class;
 * `tag_<name>` may follow, and `split`, `run` and `seed`, the same in every row. A file without our metadata takes its
 * classes from the columns' names, and where it has no column `split`, its split from its own name: `test.csv`,
 * `resnet-train-val.parquet`.
 *
 * @throws UsageError for a file that is missing, cut short or neither Parquet nor CSV, of a later format, without a needed
 *   column, or with values that no model can have given; it names the row and the column
 */
export async function readPredictionLog(
  path: string,
  options: ReadPredictionLogOptions = {},
): Promise<PredictionLog> {
  checkOptions("readPredictionLog", options, ["split"]);
  const table = await (isCsv(path) ? readCsv(path) : readParquet(path));
  const metadata = decodeMetadata(path, table.metadata[metadataKey]);
  const said = (name: string) => constantColumn(path, table, name);
  const split = options.split ?? metadata?.split ?? said("split") ?? splitFromFileName(path);
  const run = metadata?.run ?? said("run");
  const seed = metadata?.seed ?? said("seed");
  if (split === undefined)
    throw new UsageError({
      got: `${path} does not say which split it holds, and neither does its name.`,
      expected: "train, trainVal, testVal or test.",
      fix: 'rename it, to test.parquet for instance, or pass { split: "test" }.',
    });
  const { classes, columns } = classColumns(path, [...table.columns.keys()], metadata?.classes);
  const log: PredictionLog = {
    split,
    classes,
    ids: Array.from(needed(path, table, "id"), String),
    labels: labelsOf(path, needed(path, table, "label"), classes),
    probabilities: interleaved(columns.map((name) => numbersOf(path, name, needed(path, table, name)))),
    tags: tagsOf(path, table),
    ...(run === undefined ? {} : { run }),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  };
  assertPredictionLog(log, path);
  return log;
}

function needed(path: string, table: TableColumns, name: string): ArrayLike<unknown> {
  const column = table.columns.get(name);
  if (column !== undefined) return column;
  throw new UsageError({
    got: `${path} has no column "${name}", only ${[...table.columns.keys()].join(", ")}.`,
    expected: "the columns id, label and probability_<class>.",
    fix: `add a column "${name}".`,
  });
}

/** From one column a class to one row a sample. */
function interleaved(columns: readonly Float32Array[]): Float32Array {
  const rows = columns[0]!.length;
  const all = new Float32Array(rows * columns.length);
  for (const [k, column] of columns.entries())
    for (let row = 0; row < rows; row++) all[row * columns.length + k] = column[row]!;
  return all;
}

function tagsOf(path: string, { columns }: TableColumns): Record<string, Float32Array> {
  const names = [...columns.keys()].filter((name) => name.startsWith("tag_"));
  return Object.fromEntries(
    names.map((name) => [
      name.slice("tag_".length),
      numbersOf(path, name, columns.get(name)!, { missing: Number.NaN }),
    ]),
  );
}
