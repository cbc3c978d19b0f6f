import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { UsageError } from "../../core/index.js";
import type { TableColumns } from "./table-columns.js";

/** What Node unpacks by itself; Snappy is hyparquet's own. */
const compressors: Record<string, (packed: Uint8Array) => Uint8Array> = {
  GZIP: (packed) => gunzipSync(packed),
};

/**
 * Reads a Parquet file, all columns.
 *
 * @throws UsageError for a file that is not there, no Parquet, cut short, or packed by a codec that is not built in
 */
export async function readParquet(path: string): Promise<TableColumns> {
  const file = await bytesOf(path);
  const { parquetMetadata, parquetRead } = await import("hyparquet");
  try {
    const metadata = parquetMetadata(file);
    const rows = Number(metadata.num_rows);
    const columns = new Map<string, unknown[]>();
    for (const { name } of metadata.schema.slice(1)) columns.set(name, new Array(rows).fill(null));
    const onChunk = (chunk: { columnName: string; columnData: ArrayLike<unknown>; rowStart: number }) => {
      const column = columns.get(chunk.columnName)!;
      for (let i = 0; i < chunk.columnData.length; i++) column[chunk.rowStart + i] = chunk.columnData[i];
    };
    await parquetRead({ file, metadata, onChunk, compressors });
    const pairs = (metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value ?? ""]);
    return { rows, columns, metadata: Object.fromEntries(pairs) };
  } catch (error) {
    const codec = /codec: (\w+)/.exec((error as Error).message)?.[1];
    throw new UsageError({
      got: `${path} cannot be read: ${(error as Error).message}.`,
      expected: "a whole Parquet file, packed by Snappy, by gzip or not at all.",
      fix:
        codec === undefined
          ? "write the file again."
          : `write it again with compression="snappy", not ${codec}.`,
    });
  }
}

async function bytesOf(path: string): Promise<ArrayBuffer> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError({
      got:
        error.code === "ENOENT" ? `there is no file ${path}.` : `${path} cannot be read: ${error.message}.`,
      expected: "a prediction log, a Parquet or CSV file.",
      fix: "check the path; writePredictionLog(path, log) makes such a file.",
    });
  });
  const isMark = (from: number) => bytes.toString("latin1", from, from + 4) === "PAR1";
  if (bytes.length >= 4 && isMark(0) && (bytes.length < 12 || !isMark(bytes.length - 4)))
    throw new UsageError({
      got: `${path} is cut short: it begins as a Parquet file and does not end as one.`,
      expected: "a whole file.",
      fix: "copy or write it again.",
    });
  if (!isMark(0))
    throw new UsageError({
      got: `${path} is no Parquet file${bytes.length === 0 ? ": it is empty" : ""}.`,
      expected: "a prediction log, a Parquet or CSV file.",
      fix: 'name it .csv if it is one; or write it by writePredictionLog(path, log), in pandas by frame.to_parquet("test.parquet").',
    });
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
