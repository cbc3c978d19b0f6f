import * as tf from "@tensorflow/tfjs";
import { nextTurn } from "../next-turn.js";
import type { SeededNoise } from "../noise/seeded-noise.js";
import type { TrainStep } from "../step/train-step.js";
import { makeBatch } from "./make-batch.js";
import type { Plan } from "./plan.js";

/** What an update needs besides its samples. */
export interface UpdateTools {
  plan: Plan;
  step: TrainStep;
  noise: SeededNoise;
}

/**
 * One update on the samples at `rows`, in one batch or in several whose gradients are added up.
 *
 * @returns the samples' mean loss; undefined where the signal came before the last batch, and no weight has moved
 */
export async function runUpdate(
  { plan, step, noise }: UpdateTools,
  rows: Uint32Array,
  place: { step: number; epoch: number },
): Promise<number | undefined> {
  let loss = 0;
  for (let start = 0; start < rows.length; start += plan.batchSize) {
    await nextTurn();
    if (plan.options.signal?.aborted) return undefined;
    const indices = rows.subarray(start, start + plan.batchSize);
    const share = indices.length / rows.length;
    const { x, y } = makeBatch(plan, indices, place.epoch, place.step);
    try {
      noise.begin(place.step, start / plan.batchSize);
      const scalar = step(x, y, { share, last: start + indices.length === rows.length });
      const [value] = await scalar.data();
      scalar.dispose();
      loss += share * value!;
    } finally {
      tf.dispose([x, y]);
    }
  }
  return loss;
}
