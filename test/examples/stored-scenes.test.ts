import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

/** Written in the repository, so that imports resolve; the built library, as a user runs it. */
const folder = mkdtempSync(join(process.cwd(), "test", "examples", "tmp-"));
afterAll(() => rmSync(folder, { recursive: true }));
const run = (...args: string[]) =>
  spawnSync(process.execPath, args, {
    ...{ cwd: folder, encoding: "utf8", timeout: 100_000 },
    env: { ...process.env, EPOCHS: "1" },
  });
const command = (...args: string[]) => run(resolve("dist/cli/main.js"), ...args);

test("the README's data set is made, looked at, trained on and taken apart", () => {
  const made = command("data", "scenes", "--name", "night-shift", "--samples", "80", "--out", "night-shift");
  expect(made.stdout).toContain("80 images (train 48, trainVal 10, testVal 12, test 10)");
  const tsx = import.meta.resolve("tsx");
  const trained = run("--import", tsx, resolve("examples/stored-scenes.ts"), "night-shift");
  expect(trained.stdout).toMatch(/epoch 1: error train [\d.]+ %, trainVal [\d.]+ %, testVal [\d.]+ %/);
  const log = "runs/night-shift/testVal.parquet";
  expect(command("data", "look", "night-shift", "--log", log).stdout).toMatch(/of 12 images are wrong/);
  expect(existsSync(join(folder, "look.html"))).toBe(true);
  const logs = ["train", "trainVal", "testVal", "test"].map((split) => `runs/night-shift/${split}.parquet`);
  expect(command("decompose", ...logs).stdout).toContain("distribution shift");
});
