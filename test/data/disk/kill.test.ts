import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { integerBelow, randomSource } from "../../../lib/core/index.js";
import { writeDataSet } from "../../../lib/data/disk/index.js";
import { makeScenes } from "../../../lib/data/index.js";
import { folderContents } from "./support/folder-contents.js";

const folder = mkdtempSync(join(tmpdir(), "kill-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the program that writes, kills it some milliseconds after its n-th chunk, and says whether it was done before. */
function writeUntil(out: string, format: string, chunks: number, milliseconds: number): Promise<boolean> {
  const program = ["--import", "tsx", "test/data/disk/support/write-scenes.ts", out, format];
  const child = spawn(process.execPath, program, { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout.on("data", (data) => {
    text += data;
    if (text.split("chunk").length > chunks) setTimeout(() => child.kill("SIGKILL"), milliseconds);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code !== null && code !== 0) reject(new Error(`ended with ${code}`));
      else resolve(text.includes("done"));
    });
  });
}

test.each(["npy", "png"] as const)(
  "killed by −9 again and again, the writing of %s goes on and ends with the bytes of one that was left alone",
  async (format) => {
    const train = makeScenes(400, { imageSize: 16, conditions: { night: 0.5 } });
    const alone = join(folder, format, "alone", "set");
    await writeDataSet(alone, { train }, { format });
    const killed = join(folder, format, "killed", "set");
    const random = randomSource(0, "kills", format);
    let kills = 0;
    while (!(await writeUntil(killed, format, 4 + integerBelow(5, random) + 5 * kills, 3 * random()))) {
      kills++;
      if (existsSync(killed)) break; // after its last chunk
    }
    expect(kills).toBeGreaterThan(1);
    await writeDataSet(killed, { train }, { format });
    expect(folderContents(killed)).toEqual(folderContents(alone));
    expect(existsSync(`${killed}.unfinished`)).toBe(false);
  },
);
