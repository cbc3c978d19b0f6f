import { open } from "node:fs/promises";
import { join } from "node:path";
import { type AnyDataSet, numbersIn } from "./any-data-set.js";
import type { Checksums } from "./checksums.js";
import type { FolderSettings } from "./folder-settings.js";
import { partsHash, readParts, writeParts } from "./parts-on-disk.js";
import type { PixelFiles } from "./pixel-files.js";
import { SamplesAhead } from "./samples-ahead.js";

/** Whose pixels go where. */
export interface SplitOnDisk {
  /** Of the whole data set. */
  readonly folder: string;
  readonly split: string;
  readonly dataset: AnyDataSet;
  readonly files: PixelFiles;
  readonly checksums: Checksums;
}

/** Writes one split's pixels chunk by chunk; chunks that the journal knows and whose bytes are right stay. */
export async function writePixels(
  { folder, split, dataset, files, checksums }: SplitOnDisk,
  { type, chunkBytes, journal, meter, workers, signal }: FolderSettings,
): Promise<void> {
  const rowBytes = numbersIn(dataset.shape) * (type === "|u1" ? 1 : 4);
  const rows = Math.max(1, Math.floor(chunkBytes / rowBytes));
  const ahead = new SamplesAhead(dataset, rows, workers);
  try {
    for (let k = 0, start = 0; start < dataset.size; k++, start += rows) {
      signal?.throwIfAborted();
      const count = Math.min(rows, dataset.size - start);
      const noted = journal.sum(split, k);
      let parts = noted === undefined ? undefined : await readParts(folder, files.places(start, count));
      let seconds: number | undefined;
      if (parts === undefined || partsHash(parts) !== noted) {
        const began = performance.now();
        parts = files.parts(start, await ahead.from(start));
        await writeParts(folder, parts);
        await journal.note(split, k, partsHash(parts));
        seconds = (performance.now() - began) / 1000;
      }
      for (const { path, bytes } of parts) await checksums.add(path, bytes);
      meter.add(split, count, seconds);
    }
  } finally {
    await ahead.close();
  }
  if (files.files === undefined) await toDisk(join(folder, files.places(0, 1)[0]!.path));
}

/** Waits until a file is out of the system's memory: a folder gets its name only when all of it is on disk. */
async function toDisk(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync();
  await file.close();
}
