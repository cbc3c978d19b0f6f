import type { Trial } from "../../../lib/search/index.js";

/** Does by the trial's number what a training program should not do. */
export default async function objective(trial: Trial): Promise<number> {
  const x = trial.float("x", 0, 1);
  const kind = trial.choice("kind", ["a", "b", null]);
  await trial.report(x, 0);
  if (trial.number === 1) {
    if (trial.resumeFrom === undefined) {
      await trial.checkpoint({ epoch: 1 });
      await trial.report(99, 1);
      process.exit(3);
    }
    return (trial.resumeFrom as { epoch: number }).epoch;
  }
  if (trial.number === 2) process.kill(process.pid, "SIGKILL");
  if (trial.number === 3) {
    const leak: unknown[] = [];
    for (;;) {
      leak.push(Buffer.alloc(10_000_000, 1));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  if (trial.number === 4) throw new RangeError("no such layer");
  if (trial.number === 5) {
    await trial.report(Number.NaN, 1);
    if (await trial.shouldPrune()) return 0;
  }
  trial.attribute("process", process.pid);
  const isKept = kind === trial.parameters.kind && Object.isFrozen(trial.parameters);
  return isKept ? x : -1;
}
