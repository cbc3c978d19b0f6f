import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { makers } from "../../../lib/cli/data/makers.js";
import { temporaryFolder } from "./run-data.js";

const at = temporaryFolder();

test("data-scripts has a script for each kind of data set", () => {
  const scripts = readdirSync("data-scripts").filter((name) => name.endsWith(".ts"));
  expect(scripts.sort()).toEqual(
    Object.keys(makers)
      .map((kind) => `${kind}.ts`)
      .sort(),
  );
});

test("a script writes what the command does", () => {
  const args = ["--import", "tsx", "data-scripts/classics.ts", "--samples", "10", "--out", at("moons")];
  const run = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(run.stderr).toBe("");
  expect(run.stdout).toContain("10 samples (all 10)");
  expect(existsSync(at("moons/README.md"))).toBe(true);
});
