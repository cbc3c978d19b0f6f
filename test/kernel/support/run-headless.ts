import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Installed, python, root } from "./install.js";
import type { Notebook } from "./notebook.js";

/** What one runner made of one notebook. */
export interface Result {
  runner: string;
  name: string;
  passed: boolean;
  error: string;
  outputs: string[];
  kinds: string[][];
  counts: (number | null)[];
  bundles: string[][][];
}

/** The runners with which notebooks are run where nobody watches. */
export const runners = ["nbclient", "nbconvert", "papermill", "nbmake"] as const;

/** Python finds papermill and nbmake beside what .venv has. */
export function runnersEnvironment({ env }: Installed): NodeJS.ProcessEnv {
  return {
    ...env,
    PYTHONPATH: join(root, ".cache", "notebook-runners"),
    JUPYTER_NO_CONFIG: "1",
    // So that a heap is soon full.
    NODE_OPTIONS: "--max-old-space-size=512",
  };
}

function folderOf({ where = "notebooks", files }: Notebook, { notebooks }: Installed): string {
  if (where === "nested") return join(root, "test", "kernel");
  if (where === "notebooks" && files === undefined) return notebooks;
  const folder = mkdtempSync(join(tmpdir(), "deep-pessimist-notebook-"));
  for (const [name, text] of Object.entries(files ?? {})) writeFileSync(join(folder, name), text);
  return folder;
}

/** Runs each notebook through each runner, all in one Python: one that starts is slower than a notebook. */
export async function runHeadless(notebooks: readonly Notebook[], installed: Installed): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), "deep-pessimist-headless-"));
  const [task, results] = [join(folder, "task.json"), join(folder, "results.json")];
  const placed = notebooks.map((notebook) => ({ ...notebook, cwd: folderOf(notebook, installed) }));
  writeFileSync(task, JSON.stringify({ kernel: "deep-pessimist", notebooks: placed }));
  const script = join(root, "test", "kernel", "support", "headless.py");
  await promisify(execFile)(python, [script, task, results], {
    env: runnersEnvironment(installed),
    cwd: installed.notebooks,
    maxBuffer: 1 << 26,
  });
  return JSON.parse(readFileSync(results, "utf8")) as Result[];
}
