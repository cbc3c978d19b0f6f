import { execFile, execFileSync } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { peerProgram } from "../../test/search/search-peers.js";

const run = promisify(execFile);

/** Median and 99th percentile of the milliseconds that a durable trial takes, ours and Optuna's. */
export function durableTrials(folder: string): { ours: [number, number]; optuna: [number, number] } {
  const ours = times(process.execPath, [
    "bench/search-store/durable-trials.mjs",
    join(folder, "ours.db"),
    "5000",
  ]);
  const optuna = times(peerProgram("python"), [
    "bench/search-store/optuna_trials.py",
    join(folder, "optuna.db"),
    "300",
  ]);
  return { ours: middleAndTail(ours), optuna: middleAndTail(optuna) };
}

/** Four processes on one file: how many trials each ended in how many seconds, and how many numbers differ. */
export async function sharing(folder: string): Promise<{ asked: number; distinct: number; seconds: number }> {
  const each = 5000;
  const args = ["bench/search-store/share.mjs", join(folder, "shared.db"), `${each}`];
  const start = performance.now();
  const printed = await Promise.all([1, 2, 3, 4].map(() => run(process.execPath, args)));
  const numbers = printed.flatMap(({ stdout }) => JSON.parse(stdout) as number[]);
  return { asked: 4 * each, distinct: new Set(numbers).size, seconds: (performance.now() - start) / 1000 };
}

function times(program: string, args: string[]): number[] {
  return JSON.parse(execFileSync(program, args, { encoding: "utf8" })) as number[];
}

function middleAndTail(values: readonly number[]): [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  return [sorted[Math.floor(sorted.length / 2)]!, sorted[Math.floor(sorted.length * 0.99)]!];
}
