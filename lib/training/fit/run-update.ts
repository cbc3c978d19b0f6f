import * as tf from "@tensorflow/tfjs";
import { computesInCalls } from "../../backend/index.js";
import { nextTurn } from "../next-turn.js";
import type { SeededNoise } from "../noise/seeded-noise.js";
import type { UpdateStep } from "../step/update-step.js";
import type { BatchSource } from "./batch-source.js";
import { type BatchLossSeen, tensorsOf } from "./loss-sum.js";
import type { Plan } from "./plan.js";

/** What an update needs besides its samples. */
export interface UpdateTools {
  plan: Plan;
  source: BatchSource;
  step: UpdateStep<tf.Tensor[]>;
  noise: SeededNoise;
}

/**
 * One update on the samples at `rows`, in one batch or in several whose gradients are added up.
 *
 * @returns the losses of its batches; undefined where the signal came before the last batch, and no weight has moved
 */
export async function runUpdate(
  { plan, source, step, noise }: UpdateTools,
  rows: Uint32Array,
  place: { step: number; epoch: number },
): Promise<BatchLossSeen[] | undefined> {
  const seen: BatchLossSeen[] = [];
  try {
    for (let start = 0; start < rows.length; start += plan.batchSize) {
      await nextTurn();
      if (plan.options.signal?.aborted) break;
      const indices = rows.subarray(start, start + plan.batchSize);
      const share = indices.length / rows.length;
      const last = start + indices.length === rows.length;
      const given = source.give(indices, place);
      try {
        noise.begin(place.step, start / plan.batchSize);
        const scalar = step(given, { share, last });
        seen.push({ share, loss: computesInCalls() ? scalar : await readOnce(scalar) });
      } finally {
        tf.dispose(given);
      }
      if (last) return seen;
    }
  } catch (error) {
    tf.dispose(tensorsOf(seen));
    throw error;
  }
  tf.dispose(tensorsOf(seen));
  return undefined;
}

/** Where the backend works behind, the next update waits for this one: so an abort ends a training within one batch. */
async function readOnce(scalar: tf.Scalar): Promise<number> {
  const [value] = await scalar.data();
  scalar.dispose();
  return value!;
}
