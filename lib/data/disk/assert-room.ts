import { existsSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { formatBytes, UsageError } from "../../core/index.js";

/** Refuses to begin what will not fit on the disk; `bytes` is what is still to be written. */
export async function assertRoom(folder: string, bytes: number): Promise<void> {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  const { bavail, bsize } = await statfs(there);
  const free = bavail * bsize;
  if (bytes <= free) return;
  throw new UsageError({
    got: `${formatBytes(bytes)} to write, and ${formatBytes(free)} free on the disk of ${there}.`,
    expected: "room for all of it.",
    fix: `free ${formatBytes(bytes - free)}, ask for fewer or smaller samples, or write to another disk.`,
  });
}
