import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { UsageError } from "./usage-error.js";

/**
 * Writes a file whole or not at all: into a file beside it, to disk, and then under its name. Folders on the way are made.
 *
 * @param content - whole, or in pieces that are written one after the other
 *
 * @throws UsageError where it cannot be written; nothing half-written is left, and a file that was there stays as it was
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array | Iterable<Uint8Array>,
): Promise<void> {
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(unfinished, "w");
    try {
      const whole = typeof content === "string" ? Buffer.from(content, "utf8") : content;
      for (const piece of whole instanceof Uint8Array ? [whole] : whole) await writeAll(file, piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw new UsageError(
      {
        got: `${path} could not be written: ${(error as Error).message}.`,
        expected: "a path that can be written, and room on the disk.",
        fix: "write somewhere else, or free some space.",
      },
      { cause: error },
    );
  }
}

/** In one go where the system lets us: `file.writeFile` takes small steps, which is slow on a busy machine. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}
