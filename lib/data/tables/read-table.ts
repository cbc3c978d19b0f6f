import { stat } from "node:fs/promises";
import { UsageError } from "../../core/index.js";
import { assertFitsInMemory } from "../assert-fits-in-memory.js";
import { readCsvTable } from "./read-csv-table.js";
import { readParquetTable } from "./read-parquet-table.js";
import type { Table } from "./table.js";

/** A cell of a file takes about this many times its bytes in memory while it is read. */
const growth = 6;

/** Reads a table, CSV or Parquet by the file's name. */
export async function readTable(path: string): Promise<Table> {
  const ending = /\.(csv|tsv|parquet)$/i.exec(path)?.[1]?.toLowerCase();
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(
      {
        got:
          cause.code === "ENOENT" ? `there is no file ${path}.` : `${path} cannot be read: ${cause.message}.`,
        expected: "a table: a .csv, .tsv or .parquet file.",
        fix: "check the path; relative ones begin at the folder where the program was started.",
      },
      { cause },
    );
  });
  if (ending === undefined || !found.isFile())
    throw new UsageError({
      got: `${path} is ${found.isFile() ? "a file of another kind" : "a folder"}.`,
      expected: "a table: a .csv, .tsv or .parquet file.",
      fix: found.isFile() ? "rename it by what it is." : "name the file in it.",
    });
  assertFitsInMemory(path, growth * found.size);
  const table = ending === "parquet" ? await readParquetTable(path) : await readCsvTable(path);
  if (table.rows > 0) return table;
  throw new UsageError({
    got: `${path} has no rows.`,
    expected: "at least one row below the columns' names.",
    fix: "copy or write the file again.",
  });
}
