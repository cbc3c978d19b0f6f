import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { UsageError, writeAtomically } from "../../core/index.js";

/** What has been written so far, chunk by chunk. A chunk counts only if its bytes still have the checksum noted here. */
export interface Journal {
  /** Chunks noted so far. */
  readonly chunks: number;
  /** The checksum of chunk `k` of a split, if it was written. */
  sum(split: string, k: number): string | undefined;
  /** Notes that a chunk is on disk. */
  note(split: string, k: number, sum: string): Promise<void>;
}

const journalFile = "journal.json";

/** The file that says that a process writes here. */
export const lockFile = "writing.lock";

interface Notes {
  /** Of the data set that is being written. */
  readonly request: string;
  readonly chunkBytes: number;
  readonly sums: Record<string, string[]>;
}

/**
 * The journal of an unfinished data set, or a new one. It is replaced whole at every note, so a process that is killed
 * leaves the old one or the new one.
 *
 * @param folder - need not be there
 * @throws UsageError where the folder holds the beginning of another data set, or something else
 */
export async function readJournal(
  folder: string,
  { request, chunkBytes }: { request: string; chunkBytes: number },
): Promise<Journal> {
  const path = join(folder, journalFile);
  const before = await readNotes(path);
  if (before === undefined ? await holdsSomething(folder) : before.request !== request)
    throw new UsageError({
      got: `${folder} holds ${before === undefined ? "something else" : "the beginning of another data set"}.`,
      expected: "the beginning of this one, which would be finished, or nothing.",
      fix: `rm -r ${JSON.stringify(folder)}, or write to another folder.`,
    });
  // Chunks of another size are not the same chunks.
  const notes: Notes = before?.chunkBytes === chunkBytes ? before : { request, chunkBytes, sums: {} };
  return {
    chunks: Object.values(notes.sums).reduce((sum, sums) => sum + sums.length, 0),
    sum: (split, k) => notes.sums[split]?.[k],
    async note(split, k, sum) {
      notes.sums[split] ??= [];
      notes.sums[split][k] = sum;
      await writeAtomically(path, JSON.stringify(notes));
    },
  };
}

/** Says whose beginning this folder holds, before anything else is written to it. */
export async function beginJournal(
  folder: string,
  { request, chunkBytes }: { request: string; chunkBytes: number },
): Promise<void> {
  const path = join(folder, journalFile);
  if ((await readNotes(path))?.chunkBytes === chunkBytes) return;
  await writeAtomically(path, JSON.stringify({ request, chunkBytes, sums: {} } satisfies Notes));
}

/** Whether a folder holds the beginning of this very data set. */
export async function isBegun(folder: string, request: string): Promise<boolean> {
  return (await readNotes(join(folder, journalFile)))?.request === request;
}

async function readNotes(path: string): Promise<Notes | undefined> {
  try {
    const notes = JSON.parse(await readFile(path, "utf8")) as Notes;
    return typeof notes.request === "string" && typeof notes.sums === "object" ? notes : undefined;
  } catch {
    return undefined;
  }
}

/** A process that was killed at once has left its lock, and at most an unfinished journal. */
async function holdsSomething(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => name !== lockFile && !name.startsWith(journalFile));
}
