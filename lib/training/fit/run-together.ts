import * as tf from "@tensorflow/tfjs";
import { nextTurn } from "../next-turn.js";
import type { BatchLossSeen } from "./loss-sum.js";
import type { UpdateTools } from "./run-update.js";

/**
 * Several updates in one call, on the samples at `rows`, in batches of equal size one after the other.
 *
 * @returns the losses of each; undefined where the signal came before
 */
export async function runTogether(
  { plan, source, step }: UpdateTools,
  rows: Uint32Array,
  updates: number,
): Promise<BatchLossSeen[][] | undefined> {
  await nextTurn();
  if (plan.options.signal?.aborted) return undefined;
  return tf.tidy(() => {
    const losses = step.several(source.give(rows), updates).dataSync();
    return Array.from(losses, (loss) => [{ share: 1, loss }]);
  });
}
