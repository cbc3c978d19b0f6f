import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { readRecord, sumsFile } from "./record.js";

/** A file that is not as it was written. */
export interface DamagedFile {
  /** From the data set's folder. */
  readonly path: string;
  readonly problem: "missing" | "changed";
}

/**
 * Compares every file of a stored data set with the checksum that it was written with.
 *
 * @param folder - as `writeDataSet` left it
 * @returns the files at fault, in the order of the list; none where all is well
 * @throws UsageError where there is no data set
 */
export async function checkDataSet(folder: string): Promise<DamagedFile[]> {
  const { sha256 } = await readRecord(folder);
  const list = await fileHash(join(folder, sumsFile));
  if (list !== sha256) return [{ path: sumsFile, problem: list === undefined ? "missing" : "changed" }];
  const damaged: DamagedFile[] = [];
  const lines = await open(join(folder, sumsFile));
  try {
    for await (const line of lines.readLines()) {
      const path = line.slice(66);
      const found = await fileHash(join(folder, path));
      if (found === undefined) damaged.push({ path, problem: "missing" });
      else if (found !== line.slice(0, 64)) damaged.push({ path, problem: "changed" });
    }
  } finally {
    await lines.close();
  }
  return damaged;
}

/** A file's SHA-256, read piece by piece; undefined where there is none. */
async function fileHash(path: string): Promise<string | undefined> {
  const hash = createHash("sha256");
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  return hash.digest("hex");
}
