import type { AnyDataSet } from "./any-data-set.js";

/** The names of the table's columns that are not tags. */
export const tableColumns = {
  id: "id",
  label: "label",
  class: "class",
  file: "file",
  length: "length",
} as const;

/** What comes before a tag's name, and before a target's: they may be called as another column is. */
export const tagPrefix = "tag_";
export const targetPrefix = "target_";

/**
 * Everything that is known of each sample but its pixels, as a Parquet file: `id`, `label` and `class` or the targets,
 * `length` where samples have one, `file` where each has its own, and the tags.
 *
 * @param files - each sample's file, from the folder of the split; undefined where they have none
 */
export async function samplesTable(
  dataset: AnyDataSet,
  files: readonly string[] | undefined,
): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import("hyparquet-writer");
  const text = { type: "STRING", nullable: false } as const;
  const whole = { type: "INT32", nullable: false } as const;
  const number = { type: "FLOAT", nullable: false } as const;
  const bytes = parquetWriteBuffer({
    columnData: [
      { name: tableColumns.id, data: [...dataset.ids], ...text },
      ...answers(dataset).map(({ name, data }) =>
        Array.isArray(data)
          ? { name, data, ...text }
          : { name, data, ...(data instanceof Int32Array ? whole : number) },
      ),
      ...(dataset.lengths === undefined
        ? []
        : [{ name: tableColumns.length, data: dataset.lengths, ...whole }]),
      ...(files === undefined ? [] : [{ name: tableColumns.file, data: [...files], ...text }]),
      ...Object.entries(dataset.tags).map(([name, data]) => ({ name: tagPrefix + name, data, ...number })),
    ],
    createdBy: "deep-pessimist",
  });
  return new Uint8Array(bytes);
}

interface Column {
  readonly name: string;
  readonly data: string[] | Int32Array | Float32Array;
}

function answers(dataset: AnyDataSet): Column[] {
  if ("labels" in dataset)
    return [
      { name: tableColumns.label, data: dataset.labels },
      { name: tableColumns.class, data: Array.from(dataset.labels, (label) => dataset.classes[label]!) },
    ];
  const { targets, targetNames } = dataset;
  return targetNames.map((name, k) => ({
    name: targetPrefix + name,
    data: Float32Array.from({ length: dataset.size }, (_, row) => targets[row * targetNames.length + k]!),
  }));
}
