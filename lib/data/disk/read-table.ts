import { readFile } from "node:fs/promises";
import { UsageError } from "../../core/index.js";
import { tableColumns, tagPrefix, targetPrefix } from "./samples-table.js";

/** What `samplesTable` has stored, in columns. */
export interface StoredTable {
  readonly ids: readonly string[];
  readonly labels?: Int32Array;
  readonly lengths?: Int32Array;
  /** Each sample's picture, from the split's folder. */
  readonly files?: readonly string[];
  readonly tags: Record<string, Float32Array>;
  readonly targets: Record<string, Float32Array>;
}

/**
 * Reads a table of samples.
 *
 * @throws UsageError where it is no such table, or has another number of rows
 */
export async function readTable(path: string, rows: number): Promise<StoredTable> {
  const columns = await readColumns(path);
  const ids = (columns.get(tableColumns.id) ?? []) as string[];
  if (ids.length !== rows)
    throw new UsageError({
      got: `${path} has ${ids.length} rows.`,
      expected: `${rows}, one for each sample.`,
      fix: "copy the folder again, or make it again.",
    });
  const whole = (name: string): Int32Array | undefined => {
    const values = columns.get(name);
    return values === undefined ? undefined : Int32Array.from(values as number[]);
  };
  const labels = whole(tableColumns.label);
  const lengths = whole(tableColumns.length);
  const files = columns.get(tableColumns.file) as string[] | undefined;
  return {
    ids,
    ...(labels === undefined ? {} : { labels }),
    ...(lengths === undefined ? {} : { lengths }),
    ...(files === undefined ? {} : { files }),
    tags: withPrefix(columns, tagPrefix),
    targets: withPrefix(columns, targetPrefix),
  };
}

function withPrefix(columns: ReadonlyMap<string, unknown[]>, prefix: string): Record<string, Float32Array> {
  const named = [...columns].filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(
    named.map(([name, values]) => [name.slice(prefix.length), Float32Array.from(values as number[])]),
  );
}

async function readColumns(path: string): Promise<Map<string, unknown[]>> {
  try {
    const bytes = await readFile(path);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const { parquetMetadata, parquetRead } = await import("hyparquet");
    const metadata = parquetMetadata(file);
    const rows = Number(metadata.num_rows);
    const columns = new Map(metadata.schema.slice(1).map(({ name }) => [name, new Array<unknown>(rows)]));
    await parquetRead({
      file,
      metadata,
      onChunk({ columnName, columnData, rowStart }) {
        const column = columns.get(columnName)!;
        for (let i = 0; i < columnData.length; i++) column[rowStart + i] = columnData[i];
      },
    });
    return columns;
  } catch (cause) {
    throw new UsageError(
      {
        got: `${path} cannot be read: ${(cause as Error).message}.`,
        expected: "the table of samples that writeDataSet has written.",
        fix: "copy the folder again, or make it again.",
      },
      { cause },
    );
  }
}
