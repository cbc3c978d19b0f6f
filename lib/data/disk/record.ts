import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError } from "../../core/index.js";
import type { NpyType } from "../npy/npy-header.js";

/** The file that says what a folder holds; a folder that has it is whole. */
export const recordFile = "data-set.json";

/** One checksum a file, in the form of `sha256sum`. */
export const sumsFile = "SHA256SUMS";

/** How pixels are stored: one array a split, or one picture a sample, in a folder for each class. */
export type DataSetFormat = "npy" | "png";

/** What is known of a data set beside its samples; all of it stands on the data card. */
export interface DataSetAbout {
  /** Defaults to the folder's name. */
  readonly title?: string;
  /** A sentence or two; defaults to nothing. */
  readonly summary?: string;
  /** The line that makes it again; defaults to nothing. */
  readonly madeBy?: string;
  /** What was chosen, by name: the seed, sizes, rates; defaults to nothing. */
  readonly knobs?: Readonly<Record<string, string | number>>;
}

/** What {@link recordFile} holds. */
export interface DataSetRecord {
  readonly layout: 1;
  readonly about: DataSetAbout;
  readonly format: DataSetFormat;
  /** Of one sample, without the batch axis. */
  readonly shape: readonly number[];
  readonly type: NpyType;
  /** Absent where the answers are numbers. */
  readonly classes?: readonly string[];
  readonly targetNames?: readonly string[];
  readonly splits: Readonly<Record<string, { readonly samples: number }>>;
  /** The hash of labels, names, tags and settings: equal for two calls that would write the same. */
  readonly request: string;
  /** The hash of {@link sumsFile}, and so of every sample. */
  readonly sha256: string;
}

/**
 * What a folder says that it holds.
 *
 * @throws UsageError where it holds no data set of ours
 */
export async function readRecord(folder: string): Promise<DataSetRecord> {
  const text = await readFile(join(folder, recordFile), "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(
      {
        got: `${folder} holds no ${recordFile} (${cause.code}).`,
        expected: "a folder that writeDataSet, or deep-pessimist data, has written to its end.",
        fix: "check the path; a folder that ends in .unfinished is finished by the command that began it.",
      },
      { cause },
    );
  });
  const record = parsed(text);
  if (record?.layout === 1) return record;
  throw new UsageError({
    got: `${join(folder, recordFile)} has the layout ${JSON.stringify(record?.layout) ?? "of something else"}.`,
    expected: "layout 1, the only one that this version knows.",
    fix: "npm install deep-pessimist@latest, or write the data set again.",
  });
}

function parsed(text: string): DataSetRecord | undefined {
  try {
    return JSON.parse(text) as DataSetRecord;
  } catch {
    return undefined;
  }
}
