import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { shownValue, UsageError } from "../../core/index.js";
import type { Objective, OptimizeOptions } from "../studies/study.js";
import { unlessAborted } from "./unless-aborted.js";

/**
 * Does something with an objective: with a function as it is, or with one that runs a file's in child processes, which
 * end with the work.
 */
export async function withObjective(
  objective: Objective | URL | string,
  options: OptimizeOptions,
  work: (objective: Objective, options: OptimizeOptions) => Promise<void>,
): Promise<void> {
  if (typeof objective === "function") return work(objective, options);
  const { trialTimeoutMs: timeoutMs, trialMemoryMb: memoryMb, loadTimeoutMs, ...rest } = options;
  const { TrialProcesses } = await import("./trial-processes.js");
  const processes = new TrialProcesses(existing(objective), { timeoutMs, memoryMb, loadTimeoutMs });
  try {
    await unlessAborted(options.signal, processes.open());
    await work(processes.objective, rest);
  } finally {
    processes.close();
  }
}

function existing(objective: URL | string): string {
  const isAddress = objective instanceof URL && objective.protocol === "file:";
  const file = isAddress ? fileURLToPath(objective) : typeof objective === "string" && resolve(objective);
  if (file !== false && existsSync(file) && statSync(file).isFile()) return file;
  throw new UsageError({
    got: file === false ? `optimize got ${shownValue(objective)}.` : `optimize found no file ${file}.`,
    expected: "an objective: a function, or the file that exports one.",
    fix: 'write optimize(new URL("./objective.ts", import.meta.url), { trials: 100, workers: 4 }).',
  });
}
