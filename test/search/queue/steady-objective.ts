import { existsSync, writeFileSync } from "node:fs";
import type { Trial } from "../../../lib/search/index.js";

/**
 * Trains four epochs with checkpoints. Where the folder of KILL_ONCE is given, trial 2 ends its worker's process
 * once, after its second epoch.
 */
export default async function objective(trial: Trial): Promise<number> {
  const x = trial.float("x", 0, 1);
  const start = (trial.resumeFrom as { epoch: number } | undefined)?.epoch ?? 0;
  for (let epoch = start; epoch < 4; epoch++) {
    await trial.report(epoch === 0 ? Number.NaN : x / epoch, epoch);
    if (await trial.shouldPrune()) return 0;
    await trial.checkpoint({ epoch: epoch + 1 });
    const once = `${process.env.KILL_ONCE}/${trial.number}`;
    if (process.env.KILL_ONCE !== undefined && trial.number === 2 && epoch === 1 && !existsSync(once)) {
      writeFileSync(once, "");
      process.kill(process.ppid, "SIGKILL");
      for (;;) await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
  trial.attribute("began", start);
  return x;
}
