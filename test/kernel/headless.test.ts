import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { type Installed, installForTest, python, root } from "./support/install.js";
import { healthy, type Notebook, planted } from "./support/notebooks.js";

interface Result {
  name: string;
  passed: boolean;
  error: string;
  outputs: string[];
  kinds: string[][];
  counts: (number | null)[];
  bundles: string[][][];
}

let installed: Installed;
const results = new Map<string, Result>();

/** All notebooks go through nbclient in one process: a Python that starts is slower than a kernel. */
beforeAll(() => {
  installed = installForTest();
  const outside = mkdtempSync(join(tmpdir(), "deep-pessimist-notebook-"));
  const nested = join(root, "test", "kernel");
  const notebooks = [...planted, ...healthy].map(({ where, ...notebook }) => ({
    ...notebook,
    cwd: { notebooks: installed.notebooks, nested, outside }[where ?? "notebooks"],
  }));
  const output = execFileSync(python, [join(root, "test/kernel/support/headless.py")], {
    env: installed.env,
    input: JSON.stringify({ kernel: "deep-pessimist", cwd: installed.notebooks, notebooks }),
    maxBuffer: 1 << 26,
  });
  for (const result of JSON.parse(output.toString()) as Result[]) results.set(result.name, result);
}, 240_000);

describe("nbclient fails a notebook with", () => {
  test.each(planted.map(({ name, error }) => [name, error] as const))("%s", (name, error) => {
    const result = results.get(name)!;
    expect(result.passed).toBe(false);
    expect(result.error).toMatch(error!);
  });
});

describe("nbclient passes a notebook with", () => {
  test.each(healthy.map(({ name, outputs }) => [name, outputs] as const))("%s", (name, outputs) => {
    const result = results.get(name)!;
    expect(result.error).toBe("");
    expect(result.outputs).toEqual(outputs!.map((output) => expect.stringMatching(output)));
    expect(result.counts).toEqual(outputs!.map((_, i) => i + 1));
  });
});

test("an expected error is kept in the notebook as an error, and a bundle with all its types", () => {
  expect(results.get("an expected error in the middle")?.kinds[1]).toEqual(["error"]);
  expect(results.get("a figure of several types")?.bundles[0]).toEqual([
    ["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"],
  ]);
});

/** The command as people and CI run it; its exit code is what they see. */
async function nbconvert(notebook: Notebook): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "deep-pessimist-nbconvert-"));
  const file = join(folder, "notebook.ipynb");
  const cells = notebook.cells.map(({ source, tags = [] }, i) => ({
    ...{ cell_type: "code", execution_count: null, id: `c${i}`, outputs: [] },
    ...{ metadata: { tags }, source },
  }));
  const metadata = { kernelspec: { name: "deep-pessimist", display_name: "x" } };
  writeFileSync(file, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
  const args = ["-m", "nbconvert", "--execute", "--to", "notebook", "--output", "done.ipynb", file];
  return promisify(execFile)(python, args, { env: installed.env, cwd: folder }).then(
    () => 0,
    (error: { code: number }) => error.code,
  );
}

test.concurrent.each([
  "a real error behind an expected one",
  "a promise that nobody awaits",
  "process.exit(0)",
])("jupyter nbconvert --execute exits with an error on %s", async (name) => {
  expect(await nbconvert(planted.find((notebook) => notebook.name === name)!)).toBe(1);
});

test.concurrent("jupyter nbconvert --execute exits with 0 on a healthy notebook", async () => {
  expect(await nbconvert(healthy.find(({ name }) => name === "an expected error in the middle")!)).toBe(0);
});
