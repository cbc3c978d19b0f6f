import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type Dataset, UsageError } from "../../core/index.js";
import { checkIndices } from "../check-values.js";
import { npyHeader } from "../npy/npy-header.js";
import { withRecipe } from "../streaming/recipe.js";
import { type AnyDataSet, numbersIn } from "./any-data-set.js";
import { arrayReader, type PixelReader, pictureReader } from "./read-pixels.js";
import { readTable, type StoredTable } from "./read-table.js";
import { type DataSetRecord, readRecord } from "./record.js";

/**
 * Opens what `writeDataSet` has stored: its splits by name.
 *
 * Labels, names and tags are read at once, pixels only as batches ask for them, so a data set may be larger than
 * memory. `keepInMemory` keeps what was read.
 *
 * @throws UsageError where there is no such data set, or a file of it is cut short
 */
export async function openDataSet<D extends AnyDataSet = Dataset>(
  folder: string,
): Promise<Record<string, D>> {
  const record = await readRecord(folder);
  const names = Object.keys(record.splits);
  const splits = await Promise.all(names.map((name) => openSplit(folder, name, record)));
  return Object.fromEntries(
    names.map((name, i) => {
      const recipe = { module: import.meta.url, export: "openDataSet", args: [folder], part: name };
      return [name, withRecipe(splits[i]!, recipe) as D];
    }),
  );
}

async function openSplit(folder: string, split: string, record: DataSetRecord): Promise<AnyDataSet> {
  const { shape, type, splits } = record;
  const { samples: size } = splits[split]!;
  const table = await readTable(join(folder, split, "samples.parquet"), size);
  const read = await readerOf(folder, split, table, record);
  return {
    ...{ size, shape, ids: table.ids, tags: table.tags },
    ...(table.lengths === undefined ? {} : { lengths: table.lengths }),
    ...answersOf(table, record),
    batch(indices: ArrayLike<number>) {
      checkIndices("batch", indices, size);
      const bytes = read(indices);
      const x = type === "|u1" ? bytes : new Float32Array(bytes.buffer);
      return { x, shape: [indices.length, ...shape] };
    },
  };
}

type Answers =
  | { classes: readonly string[]; labels: Int32Array }
  | { targetNames: readonly string[]; targets: Float32Array };

function answersOf(table: StoredTable, { classes, targetNames }: DataSetRecord): Answers {
  if (targetNames === undefined) return { classes: classes!, labels: table.labels! };
  const width = targetNames.length;
  const targets = new Float32Array(table.ids.length * width);
  for (const [k, name] of targetNames.entries())
    for (const [i, value] of table.targets[name]!.entries()) targets[i * width + k] = value;
  return { targetNames, targets };
}

async function readerOf(
  folder: string,
  split: string,
  table: StoredTable,
  { format, shape, type, splits }: DataSetRecord,
): Promise<PixelReader> {
  if (format === "png") return pictureReader(join(folder, split), table.files!, shape);
  const path = join(folder, split, "x.npy");
  const { samples } = splits[split]!;
  const row = numbersIn(shape) * (type === "|u1" ? 1 : 4);
  await assertSize(path, npyHeader(type, [samples, ...shape]).length + samples * row);
  return arrayReader(path, type, samples, shape);
}

/** A file that was cut short would otherwise end in black images. */
async function assertSize(path: string, bytes: number): Promise<void> {
  const found = (await stat(path).catch(() => undefined))?.size;
  if (found === bytes) return;
  throw new UsageError({
    got: found === undefined ? `there is no file ${path}.` : `${path} has ${found} bytes.`,
    expected: `${bytes} bytes, as it was written.`,
    fix: "copy the folder again, or make it again; checkDataSet(folder) names every file at fault.",
  });
}
