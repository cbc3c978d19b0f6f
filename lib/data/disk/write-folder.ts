import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomically } from "../../core/index.js";
import { npyBytes } from "../npy/write-npy.js";
import { type AnyDataSet, classesOf, type Splits } from "./any-data-set.js";
import { Checksums } from "./checksums.js";
import { dataCard } from "./data-card.js";
import type { FolderSettings } from "./folder-settings.js";
import { type PixelFiles, pixelFiles } from "./pixel-files.js";
import { type DataSetRecord, recordFile, sumsFile } from "./record.js";
import { samplePicture } from "./sample-picture.js";
import { samplesTable } from "./samples-table.js";
import { writePixels } from "./write-pixels.js";

/** Writes everything into `folder`, or what the journal does not vouch for, and gives the hash of it all. */
export async function writeFolder(folder: string, splits: Splits, settings: FolderSettings): Promise<string> {
  const { format, type, request, about } = settings;
  await removeLeftovers(folder, Object.keys(splits));
  const checksums = await Checksums.open(join(folder, sumsFile));
  try {
    for (const [split, dataset] of Object.entries(splits)) {
      const files = pixelFiles(split, dataset, format, type);
      for (const name of files.folders) await mkdir(join(folder, name), { recursive: true });
      await writeTables(folder, split, dataset, files, checksums);
      await writePixels({ folder, split, dataset, files, checksums }, settings);
    }
    const sha256 = await checksums.end();
    const [first] = Object.values(splits) as [AnyDataSet];
    const record: DataSetRecord = {
      ...{ layout: 1, about, format, shape: first.shape, type },
      ...(classesOf(first) === undefined ? {} : { classes: classesOf(first)! }),
      ...("targetNames" in first ? { targetNames: first.targetNames } : {}),
      splits: Object.fromEntries(Object.entries(splits).map(([name, { size }]) => [name, { samples: size }])),
      ...{ request, sha256 },
    };
    const picture = samplePicture(splits);
    if (picture !== undefined) await writeAtomically(join(folder, "sample.png"), picture);
    await writeAtomically(join(folder, "README.md"), dataCard(record, splits));
    await writeAtomically(join(folder, recordFile), `${JSON.stringify(record, null, 2)}\n`);
    return sha256;
  } finally {
    await checksums.close();
  }
}

/** Names, answers, tags: little, and so written whole each time. */
async function writeTables(
  folder: string,
  split: string,
  dataset: AnyDataSet,
  { files }: PixelFiles,
  checksums: Checksums,
): Promise<void> {
  const answers =
    "labels" in dataset
      ? { path: `${split}/labels.npy`, bytes: npyBytes(dataset.labels) }
      : {
          path: `${split}/targets.npy`,
          bytes: npyBytes(dataset.targets, [dataset.size, dataset.targetNames.length]),
        };
  const table = { path: `${split}/samples.parquet`, bytes: await samplesTable(dataset, files) };
  for (const { path, bytes } of [answers, table]) {
    await writeAtomically(join(folder, path), bytes);
    await checksums.add(path, bytes);
  }
}

/** What `writeAtomically` leaves behind where it is killed. */
async function removeLeftovers(folder: string, splits: readonly string[]): Promise<void> {
  for (const place of [folder, ...splits.map((split) => join(folder, split))])
    for (const name of await readdir(place).catch(() => []))
      if (/\.\d+\.unfinished$/.test(name)) await rm(join(place, name));
}
