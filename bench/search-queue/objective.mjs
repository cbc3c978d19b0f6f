import { setTimeout } from "node:timers/promises";

/**
 * Trains ten epochs of a fifth of a second, with a checkpoint after each; empty where the trial says so.
 *
 * @param {import("deep-pessimist/search").Trial} trial
 */
export default async function objective(trial) {
  const x = trial.parameters.x;
  if (trial.parameters.empty === true) return x;
  const kept = /** @type {{ epoch: number } | undefined} */ (trial.resumeFrom);
  for (let epoch = kept?.epoch ?? 0; epoch < 10; epoch++) {
    await setTimeout(200);
    await trial.report(epoch, epoch);
    await trial.checkpoint({ epoch: epoch + 1 });
  }
  return x;
}
