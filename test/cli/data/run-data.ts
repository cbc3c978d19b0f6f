import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, vi } from "vitest";
import { runCommandLine } from "../../../lib/cli/run-command-line.js";

/** How a run of the command ended. */
export interface DataRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `deep-pessimist data …` in this process. */
export async function runData(...args: string[]): Promise<DataRun> {
  const out = vi.spyOn(console, "log").mockImplementation(() => {});
  const err = vi.spyOn(console, "error").mockImplementation(() => {});
  try {
    const code = await runCommandLine(["data", ...args]);
    return { code, out: out.mock.calls.join("\n"), err: err.mock.calls.join("\n") };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

/** A folder for this file's tests, and names in it. */
export function temporaryFolder(): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "data-command-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  return (name) => join(folder, name);
}
