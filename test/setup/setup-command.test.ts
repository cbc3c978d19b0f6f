import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { makeContext } from "../../scripts/setup/context.mjs";
import { tensorflow } from "../../scripts/setup/tensorflow.mjs";
import { fakePython } from "./fake-python.js";
import { temporaryFolder } from "./temporary-folder.js";

/** `deep-pessimist setup` in a project. */
function setup(
  project: string,
  ...args: string[]
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), resolve("lib/cli/main.ts"), "setup", ...args],
    {
      ...{ cwd: project, encoding: "utf8" },
      env: { ...process.env, PESSIMIST_PYTHON: undefined },
    },
  );
}

const libraries = tensorflow.notHere?.(makeContext()) === undefined ? "made" : "skipped";

test("deep-pessimist setup makes a project's .venv, and says so as JSON", () => {
  const project = temporaryFolder({ "package.json": "{}" });
  const run = setup(project, "--python", join(fakePython(), "python3"), "--json");
  expect(JSON.parse(run.stdout)).toMatchObject({
    steps: [
      { name: "Python environment", state: "made" },
      { name: "TensorFlow", state: libraries },
    ],
  });
  expect([run.status, existsSync(join(project, ".venv/pyvenv.cfg"))]).toEqual([0, true]);
});

test("deep-pessimist setup with a Python that does not run exits with 2 and three parts, once", () => {
  const run = setup(temporaryFolder(), "--python", "./none", "--json");
  expect(JSON.parse(run.stdout)).toMatchObject({ error: { expected: "Python 3.10 to 3.13, 64 bits." } });
  expect(run.status).toBe(2);
});

test("deep-pessimist setup refuses what it does not know", () => {
  const run = setup(temporaryFolder(), "here");
  expect([run.status, run.stderr]).toEqual([2, expect.stringContaining('deep-pessimist setup got "here".')]);
});
