import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { healthy } from "./support/healthy-notebooks.js";
import { type Installed, installForTest, python } from "./support/install.js";
import type { Notebook } from "./support/notebook.js";
import { planted } from "./support/planted-notebooks.js";
import { type Result, runHeadless, runners, runnersEnvironment } from "./support/run-headless.js";

let installed: Installed;
let results: Result[] = [];

beforeAll(async () => {
  installed = installForTest();
  results = await runHeadless([...planted, ...healthy], installed);
}, 600_000);

function resultOf(name: string, runner = "nbclient"): Result {
  return results.find((result) => result.name === name && result.runner === runner)!;
}

test("at least 40 notebooks have a planted failure, and 10 are healthy", () => {
  expect(planted.length).toBeGreaterThanOrEqual(40);
  expect(healthy.length).toBeGreaterThanOrEqual(10);
});

describe.each(runners)("%s fails a notebook with", (runner) => {
  test.each(planted.map(({ name, error }) => [name, error] as const))("%s", (name, error) => {
    const result = resultOf(name, runner);
    expect(result.passed).toBe(false);
    if (runner === "nbclient") expect(result.error).toMatch(error!);
  });
});

describe.each(runners)("%s passes a notebook with", (runner) => {
  const judged = healthy.filter((notebook) => notebook.runners?.includes(runner) ?? true);
  test.each(judged.map(({ name }) => name))("%s", (name) => {
    expect(resultOf(name, runner).error).toBe("");
  });
});

test.each(healthy.map(({ name, outputs }) => [name, outputs] as const))(
  "each cell of a notebook with %s has run once, in order, with its output",
  (name, outputs) => {
    const { outputs: found, counts } = resultOf(name);
    expect(found).toEqual(outputs!.map((output) => expect.stringMatching(output)));
    expect(counts).toEqual(outputs!.map((_, i) => i + 1));
  },
);

test("an expected error is kept in the notebook as an error, and a bundle with all its types", () => {
  expect(resultOf("an expected error in the middle").kinds[1]).toEqual(["error"]);
  expect(resultOf("a figure of several types").bundles[0]).toEqual([
    ["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"],
  ]);
});

const commands: readonly (readonly [command: string, ...args: string[]])[] = [
  ["jupyter execute", "-m", "jupyter", "execute"],
  ["jupyter nbconvert --execute", "-m", "nbconvert", "--execute", "--to", "html"],
  ["papermill", "-m", "papermill"],
  ["pytest --nbmake", "-m", "pytest", "--nbmake", "-p", "no:cacheprovider"],
];

/** A runner's command as people and CI run it: its exit code. */
async function exitCode(notebook: Notebook, args: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "deep-pessimist-command-"));
  const file = join(folder, "notebook.ipynb");
  const cells = notebook.cells.map(({ source, tags = [] }, i) => ({
    ...{ cell_type: "code", execution_count: null, id: `c${i}`, outputs: [] },
    ...{ metadata: { tags }, source },
  }));
  const metadata = { kernelspec: { name: "deep-pessimist", display_name: "x" } };
  writeFileSync(file, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
  const env = runnersEnvironment(installed);
  return promisify(execFile)(python, [...args, file], { env, cwd: folder }).then(
    () => 0,
    (error: { code: number }) => error.code,
  );
}

test.concurrent.each(commands)(
  "%s tells by its exit code which notebook has failed",
  async (_, ...args) => {
    const failed = planted.find(({ name }) => name === "a promise that nobody awaits")!;
    const passed = healthy.find(({ name }) => name === "a rejection that is handled")!;
    expect(await exitCode(failed, args)).toBe(1);
    expect(await exitCode(passed, args)).toBe(0);
  },
  120_000,
);
