import { mkdir, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, join, resolve } from "node:path";
import { checkOptions, takeLock, withCellSignal } from "../../core/index.js";
import { checkChoice, checkCount } from "../check-values.js";
import { npyTypeOf } from "../npy/npy-header.js";
import type { Splits } from "./any-data-set.js";
import { assertRoom } from "./assert-room.js";
import { assertSplits } from "./assert-splits.js";
import { alreadyThere, moveInPlace } from "./destination.js";
import { explainDiskError } from "./explain-disk-error.js";
import { beginJournal, isBegun, lockFile, readJournal } from "./journal.js";
import { pixelFiles } from "./pixel-files.js";
import { ProgressMeter, type WritingProgress } from "./progress.js";
import type { DataSetAbout, DataSetFormat } from "./record.js";
import { requestHash } from "./request-hash.js";
import { writeFolder } from "./write-folder.js";
import { writingProgress } from "./writing-progress.js";

/** Room for what is not pixels, a sample; labels, names and forty tags take less. */
const tableBytes = 250;

/** Options for {@link writeDataSet}. */
export interface WriteDataSetOptions {
  /** "npy": one array a split, for NumPy and for us; "png": a picture for each sample, in a folder for each class; defaults to "npy". */
  format?: DataSetFormat;
  /** What the data card says beside what can be counted; defaults to nothing. */
  about?: DataSetAbout;
  /** Bytes of pixels between two places from which an interrupted writing goes on; defaults to 2,097,152. */
  chunkBytes?: number;
  /** Threads that make samples ahead, where the data set has a recipe; defaults to as many as the processor has, at most 8. */
  workers?: number;
  /**
   * Tells how far it is: in a notebook by a bar in the cell, elsewhere by a line every ten seconds and at the end; defaults to
   * false.
   */
  progress?: boolean;
  /** Hears how far it is, after each chunk. */
  onProgress?: (progress: WritingProgress) => void;
  /** Stops it after the chunk at hand; the same call goes on from there. */
  signal?: AbortSignal;
}

/** What {@link writeDataSet} has done. */
export interface WrittenDataSet {
  readonly folder: string;
  /** Of all samples together: equal folders have equal hashes. */
  readonly sha256: string;
  /** Samples that this call has made; fewer than there are where it went on with an earlier one's. */
  readonly made: number;
}

/**
 * Writes a data set to a folder that other programs read: pixels as `.npy` arrays or PNG files, labels, names and tags
 * as Parquet, a checksum for each file, and a data card, README.md, with a picture.
 *
 * All goes into `<folder>.unfinished`, which gets its name when it is whole. Where that is interrupted, be it by
 * kill −9 or a full disk, the same call goes on where it stopped, and the result has the same bytes. No more than a
 * chunk of pixels is in memory.
 *
 * @param folder - is made; nothing that is there is ever overwritten
 * @param splits - the parts by name, each with the same shape and classes: `{ train, test }`
 * @throws UsageError where the folder holds something else, the disk has too little room, or the parts do not fit together
 */
export async function writeDataSet(
  folder: string,
  splits: Splits,
  options: WriteDataSetOptions = {},
): Promise<WrittenDataSet> {
  checkOptions("writeDataSet", options, [
    ...["format", "about", "chunkBytes", "workers"],
    ...["progress", "onProgress", "signal"],
  ]);
  const {
    format = "npy",
    about = {},
    chunkBytes = 2_097_152,
    onProgress = () => {},
    signal,
  } = withCellSignal(options);
  const { workers = Math.min(8, availableParallelism()) } = options;
  checkChoice("format", format, ["png", "npy"]);
  checkCount("chunkBytes", chunkBytes, 1, 2 ** 30);
  checkCount("workers", workers, 0, 256);
  assertSplits(splits, format);
  const place = resolve(folder);
  const unfinished = `${place}.unfinished`;
  const title = about.title ?? basename(place);
  const request = requestHash(splits, format, about);
  const whole = await alreadyThere(folder, request);
  if (whole !== undefined) {
    // Killed between the last two steps: the folder has its name, and what it was made in is still there.
    if (await isBegun(unfinished, request)) await rm(unfinished, { recursive: true });
    return { folder: place, sha256: whole.sha256, made: 0 };
  }
  const type = npyTypeOf(Object.values(splits)[0]!.batch([0]).x);
  const told = options.progress === true ? writingProgress() : undefined;
  const meter = new ProgressMeter(sizeOf(splits), (progress) => {
    told?.show(progress);
    onProgress(progress);
  });
  try {
    const journal = await readJournal(unfinished, { request, chunkBytes });
    const bytes = Object.entries(splits).map(
      ([name, dataset]) => pixelFiles(name, dataset, format, type).bytes + dataset.size * tableBytes,
    );
    await assertRoom(unfinished, bytes.reduce((sum, more) => sum + more) - journal.chunks * chunkBytes);
    await mkdir(unfinished, { recursive: true });
    const release = await takeLock(join(unfinished, lockFile), { doing: "writing this data set" });
    try {
      await beginJournal(unfinished, { request, chunkBytes });
      await mkdir(join(unfinished, "data"), { recursive: true });
      const settings = { format, type, request, about: { ...about, title }, chunkBytes };
      const sha256 = await writeFolder(join(unfinished, "data"), splits, {
        ...settings,
        ...{ journal, meter, workers, signal },
      });
      await moveInPlace(join(unfinished, "data"), place);
      await rm(unfinished, { recursive: true });
      return { folder: place, sha256, made: meter.made };
    } finally {
      await release();
    }
  } catch (error) {
    throw explainDiskError(error, folder, unfinished);
  } finally {
    told?.end();
  }
}

function sizeOf(splits: Splits): number {
  return Object.values(splits).reduce((sum, { size }) => sum + size, 0);
}
