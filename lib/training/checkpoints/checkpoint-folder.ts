import { mkdir, readdir, readFile, rm, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { takeLock, UsageError, writeAtomically } from "../../core/index.js";
import type { Checkpoint } from "./checkpoint.js";
import { decodeCheckpoint } from "./decode-checkpoint.js";
import { encodeCheckpoint } from "./encode-checkpoint.js";

/** The one file of a training's state. */
const fileName = "checkpoint.bin";

/** A folder for the state of one training, open to this process alone until it is closed. */
export interface CheckpointFolder {
  /** What an earlier process has left, or undefined. */
  read(): Promise<Checkpoint | undefined>;
  /** Puts this in its place: whole, or not at all. */
  write(checkpoint: Checkpoint): Promise<void>;
  close(): Promise<void>;
}

/** @throws UsageError where another training has the folder, or it cannot be written */
export async function openCheckpointFolder(folder: string): Promise<CheckpointFolder> {
  const path = join(folder, fileName);
  const release = await lock(folder);
  return {
    read: async () => {
      const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      });
      return bytes && decodeCheckpoint(bytes, path);
    },
    write: async (checkpoint) => {
      await writeAtomically(path, encodeCheckpoint(checkpoint)).catch((error: Error) => {
        throw explain(error, folder);
      });
    },
    close: release,
  };
}

async function lock(folder: string): Promise<() => Promise<void>> {
  try {
    await mkdir(folder, { recursive: true });
    const release = await takeLock(join(folder, "training.lock"), { doing: `training into ${folder}` });
    // What a killed process was writing.
    for (const name of await readdir(folder))
      if (name.startsWith(fileName) && name.endsWith(".unfinished"))
        await rm(join(folder, name), { force: true });
    return release;
  } catch (error) {
    throw error instanceof UsageError ? error : explain(error as Error, folder);
  }
}

/** @throws UsageError where the disk has too little room for two checkpoints: the new one is written beside the old */
export async function assertRoom(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(await existing(folder));
  const free = bavail * bsize;
  if (free >= bytes) return;
  const megabytes = (count: number) => `${Math.ceil(count / 1e6).toLocaleString("en")} MB`;
  throw new UsageError({
    got: `a checkpoint takes ${megabytes(bytes)}, and ${megabytes(free)} are free on the disk of ${folder}.`,
    expected: "room for one checkpoint more than there is.",
    fix: "free some space, or pass { checkpoint: { folder: … } } on another disk.",
  });
}

async function existing(folder: string): Promise<string> {
  return readdir(folder).then(
    () => folder,
    () => (dirname(folder) === folder ? folder : existing(dirname(folder))),
  );
}

const full = ["ENOSPC", "EDQUOT", "EFBIG"];

/** What the disk said, and what of the training is safe. */
function explain(error: Error, folder: string): UsageError {
  const cause = (error.cause ?? error) as NodeJS.ErrnoException;
  return new UsageError(
    {
      got: full.includes(cause.code ?? "")
        ? `the disk of ${folder} is full (${cause.code}): the checkpoint could not be written.`
        : `${folder} cannot be written: ${cause.message}.`,
      expected:
        "a folder that can be written, with room for two checkpoints. The last checkpoint there is whole.",
      fix: "free some space or repair the folder, and train again with the same call: it goes on from that checkpoint.",
    },
    { cause },
  );
}
