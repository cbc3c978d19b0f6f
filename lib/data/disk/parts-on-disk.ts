import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Part, Place } from "./pixel-files.js";

/** Files open at the same time. */
const atOnce = 16;

/** Puts each part in its place; files are made where they are not there. */
export async function writeParts(folder: string, parts: readonly Part[]): Promise<void> {
  await inTurns(parts, async ({ path, at, bytes }) => {
    const file = await open(join(folder, path), constants.O_RDWR | constants.O_CREAT);
    try {
      await writeAll(file, bytes, at);
    } finally {
      await file.close();
    }
  });
}

/** What lies at these places; undefined where a file is missing or too short. */
export async function readParts(folder: string, places: readonly Place[]): Promise<Part[] | undefined> {
  try {
    return await inTurns(places, async ({ path, at, length }) => {
      const file = join(folder, path);
      const bytes = length === undefined ? await readFile(file) : await readAt(file, at, length);
      return { path, at, bytes };
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" || error instanceof TooShort) return undefined;
    throw error;
  }
}

/** One checksum of several parts. */
export function partsHash(parts: readonly Part[]): string {
  const hash = createHash("sha256");
  for (const { bytes } of parts) hash.update(bytes);
  return hash.digest("hex");
}

class TooShort extends Error {}

async function readAt(path: string, at: number, length: number): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const bytes = Buffer.alloc(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await file.read(bytes, done, length - done, at + done);
      if (bytesRead === 0) throw new TooShort(path);
      done += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}

/** A disk that fills up takes a part of the bytes, and refuses only the next ones. */
async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  let done = 0;
  while (done < bytes.length)
    done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
}

/** Some at the same time, the results in order. */
async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += atOnce)
    results.push(...(await Promise.all(items.slice(start, start + atOnce).map(work))));
  return results;
}
