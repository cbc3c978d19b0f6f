import { type PredictionLog, writeAtomically } from "../../core/index.js";
import { assertPredictionLog } from "./assert-prediction-log.js";
import { csvOfLog } from "./csv-of-log.js";
import { isCsv } from "./is-csv.js";
import { encodeMetadata, metadataKey } from "./log-metadata.js";

/**
 * Stores a prediction log as a Parquet file: the columns `id`, `label`, `probability_<class index>` and `tag_<name>`,
 * with split, classes, run and seed as JSON in the file's metadata. pandas, polars and DuckDB read it as it is.
 *
 * A path that ends in `.csv` or `.tsv` gives CSV: `probability_<class>` by the classes' names, and split, run and seed in columns.
 *
 * @param path - conventionally `<split>.parquet` or `<split>.csv`; written whole or not at all
 * @throws UsageError where the log is faulty, or the file cannot be written
 */
export async function writePredictionLog(path: string, log: PredictionLog): Promise<void> {
  assertPredictionLog(log, log.split);
  if (isCsv(path)) return writeAtomically(path, csvOfLog(path, log));
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  const { split, classes, run, seed, ids, labels, probabilities, tags } = log;
  const column = (k: number) =>
    Float32Array.from(labels, (_, row) => probabilities[row * classes.length + k]!);
  const numbers = { type: "FLOAT", nullable: false } as const;
  const bytes = parquetWriteBuffer({
    columnData: [
      { name: "id", data: [...ids], type: "STRING", nullable: false },
      { name: "label", data: labels, type: "INT32", nullable: false },
      ...classes.map((_, k) => ({ name: `probability_${k}`, data: column(k), ...numbers })),
      ...Object.entries(tags).map(([name, data]) => ({ name: `tag_${name}`, data, ...numbers })),
    ],
    kvMetadata: [{ key: metadataKey, value: encodeMetadata({ split, classes, run, seed }) }],
    createdBy: "deep-pessimist",
  });
  await writeAtomically(path, new Uint8Array(bytes));
}
