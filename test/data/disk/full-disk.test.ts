import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import type * as files from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { writeDataSet } from "../../../lib/data/disk/index.js";
import { folderContents } from "./support/folder-contents.js";
import { streets } from "./support/small-sets.js";

/** Bytes that the disk of these tests still takes. */
let room = Number.POSITIVE_INFINITY;

/** A disk that takes what it can of the last bytes, as real ones do, and then refuses. */
vi.mock("node:fs/promises", async (original) => {
  const real = await original<typeof files>();
  const refuse = (): never => {
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  };
  const open: typeof real.open = async (...args) => {
    const handle = await real.open(...args);
    const write = handle.write.bind(handle) as (...a: unknown[]) => Promise<{ bytesWritten: number }>;
    const writeFile = handle.writeFile.bind(handle);
    return Object.assign(handle, {
      async write(bytes: Uint8Array, from = 0, length = bytes.length - from, at: number | null = null) {
        if (room <= 0) refuse();
        const taken = Math.min(length, room);
        room -= taken;
        return write(bytes, from, taken, at);
      },
      async writeFile(content: string | Uint8Array) {
        if (content.length > room) refuse();
        room -= content.length;
        return writeFile(content);
      },
    }) as never;
  };
  return { ...real, open };
});

const folder = mkdtempSync(join(tmpdir(), "full-"));
afterEach(() => {
  room = Number.POSITIVE_INFINITY;
});
afterAll(() => rmSync(folder, { recursive: true }));

const splits = streets();

test("a disk that is full at whatever byte: an error that says so, nothing under the wanted name, and the same call goes on", async () => {
  const whole = join(folder, "whole");
  await writeDataSet(whole, splits, { chunkBytes: 4000 });
  const contents = folderContents(whole);
  let failures = 0;
  for (; ; failures++) {
    const out = join(folder, String(failures), "whole");
    room = failures * 9_000;
    const failure = await writeDataSet(out, splits, { chunkBytes: 4000 }).catch((error: Error) => error);
    if (!(failure instanceof Error)) break; // it was room enough
    expect(failure.message).toMatch(/the disk is full \(ENOSPC\)[\s\S]*do the same again/);
    expect(existsSync(out)).toBe(false);
    room = Number.POSITIVE_INFINITY;
    await writeDataSet(out, splits, { chunkBytes: 4000 });
    expect(folderContents(out)).toEqual(contents);
  }
  expect(failures).toBeGreaterThan(8);
});

test("a disk that has too little room from the start is refused with what is missing, before anything is written", async () => {
  const { disk, size } = smallDisk();
  try {
    const many = { train: { ...splits.train, size: 10 ** 12 } };
    const failure = await writeDataSet(join(disk, "set"), many as never, {}).catch((error: Error) => error);
    expect((failure as Error).message).toMatch(/TB to write, and .* free on the disk of .*To fix: {3}free /s);
    expect(existsSync(join(disk, "set.unfinished"))).toBe(false);
    if (size === undefined) return;
    // A real small disk: filled to the brim by somebody else while we write.
    spawnSync("sh", ["-c", `head -c ${size - 90_000} /dev/zero > ${join(disk, "others")}`]);
    const out = join(disk, "set");
    const stopped = await writeDataSet(out, splits, {
      chunkBytes: 4000,
      onProgress: () => spawnSync("sh", ["-c", `cat /dev/zero > ${join(disk, "more")} 2>/dev/null`]),
    }).catch((error: Error) => error);
    expect((stopped as Error).message).toContain("the disk is full (ENOSPC)");
    for (const file of ["others", "more"]) rmSync(join(disk, file));
    await writeDataSet(out, splits, { chunkBytes: 4000 });
    expect(folderContents(out)["train/x.npy"]).toBe(folderContents(join(folder, "whole"))["train/x.npy"]);
  } finally {
    if (size !== undefined) spawnSync("umount", [disk]);
  }
});

/** A disk of 1 MB of its own where we may mount one, else a folder. */
function smallDisk(): { disk: string; size?: number } {
  const disk = join(folder, "disk");
  mkdirSync(disk);
  const size = 1_048_576;
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", disk]).status === 0;
  return mounted ? { disk, size } : { disk };
}
