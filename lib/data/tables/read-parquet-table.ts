import { readFile } from "node:fs/promises";
import { UsageError } from "../../core/index.js";
import type { Table } from "./table.js";

/**
 * Reads a Parquet file, all columns.
 *
 * @throws UsageError for a file that is no Parquet, cut short, or packed by a codec that is not built in
 */
export async function readParquetTable(path: string): Promise<Table> {
  const bytes = await readFile(path);
  const isMark = (from: number): boolean => bytes.toString("latin1", from, from + 4) === "PAR1";
  if (!isMark(0) || bytes.length < 12 || !isMark(bytes.length - 4))
    throw new UsageError({
      got: `${path} ${isMark(0) ? "is cut short: it begins as a Parquet file and does not end as one" : "is no Parquet file"}.`,
      expected: "a whole Parquet file.",
      fix: "copy or write it again: in pandas, frame.to_parquet(path).",
    });
  const { parquetMetadata, parquetRead } = await import("hyparquet");
  try {
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const metadata = parquetMetadata(file);
    const rows = Number(metadata.num_rows);
    const columns = new Map<string, unknown[]>();
    await parquetRead({
      file,
      metadata,
      onChunk({ columnName, columnData, rowStart }) {
        const column = columns.get(columnName) ?? new Array<unknown>(rows).fill(null);
        columns.set(columnName, column);
        for (let i = 0; i < columnData.length; i++) column[rowStart + i] = columnData[i];
      },
    });
    return { path, rows, columns, place: (row) => `row ${row}` };
  } catch (cause) {
    const { message } = cause as Error;
    const codec = /codec: (\w+)/.exec(message)?.[1];
    throw new UsageError(
      {
        got: `${path} cannot be read: ${message}.`,
        expected: "a Parquet file of plain columns, packed by Snappy or not at all.",
        fix:
          codec === undefined ? "write it again." : `write it again with compression="snappy", not ${codec}.`,
      },
      { cause },
    );
  }
}
