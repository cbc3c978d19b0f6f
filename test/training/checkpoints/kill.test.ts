import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { randomSource } from "../../../lib/core/index.js";
import { decodeCheckpoint } from "../../../lib/training/checkpoints/decode-checkpoint.js";
import { compiledFolder } from "./support/compiled-folder.js";

const writer = "test/training/checkpoints/support/write-checkpoints.mjs";
const numbers = 100_000;

let temporary: string;
let module: string;
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), "checkpoints-"));
  module = compiledFolder(join(temporary, "lib"));
});
afterAll(() => rmSync(temporary, { recursive: true }));

/** Lets the writer work until a moment after its first checkpoint, kills it, and gives the last one that it told of. */
async function writeAndKill(folder: string, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [writer, module, folder, String(numbers)]);
  let told = "";
  child.stdout.on("data", (text) => (told += text));
  const closed = once(child, "close");
  await once(child.stdout, "data");
  await setTimeout(milliseconds);
  child.kill("SIGKILL");
  const [, signal] = await closed;
  expect(signal, told).toBe("SIGKILL");
  return Number(told.trimEnd().split("\n").at(-1));
}

const read = (folder: string) => {
  const path = join(folder, "checkpoint.bin");
  return decodeCheckpoint(readFileSync(path), path);
};

test("killed 200 times while it writes, a checkpoint is never lost and never in pieces", {
  timeout: 240_000,
}, async () => {
  const folder = join(temporary, "killed");
  const random = randomSource(0, "kill");
  let interrupted = 0;
  let last = 0;
  for (let kill = 0; kill < 200; kill++) {
    const told = await writeAndKill(folder, random() * 10);
    const { state, weights } = read(folder);
    expect(told).toBeGreaterThan(last); // it went on from the one before
    expect([told, told + 1]).toContain(state.step); // the next one was in its place perhaps, but not told of yet
    expect(new Set(weights[0]!.values)).toEqual(new Set([state.step]));
    expect(weights[0]!.values).toHaveLength(numbers);
    if (readdirSync(folder).some((name) => name.endsWith(".unfinished"))) interrupted++;
    last = state.step;
  }
  expect(interrupted).toBeGreaterThan(20); // kills did hit it in the midst of a file
});

test("a full disk is told as such, and the checkpoint before it stays", async () => {
  const folder = join(temporary, "full");
  await writeAndKill(folder, 0);
  const { state } = read(folder);
  // The largest file that the process may write: 100 blocks of 512 or 1,024 bytes, for a checkpoint of 400,000 bytes.
  const command = `ulimit -f 100; exec "$0" "$@"`;
  const { stdout } = spawnSync(
    "sh",
    ["-c", command, process.execPath, writer, module, folder, String(numbers)],
    {
      encoding: "utf8",
    },
  );
  expect(stdout).toMatch(/UsageError: the disk of .* is full \(EFBIG\)/);
  expect(stdout).toMatch(/train again with the same call/);
  expect(read(folder).state).toEqual(state);
  expect(readdirSync(folder).filter((name) => name.endsWith(".unfinished"))).toEqual([]);
});
