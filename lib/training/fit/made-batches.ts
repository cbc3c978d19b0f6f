import type { BatchSource } from "./batch-source.js";
import { makeBatch } from "./make-batch.js";
import type { Plan } from "./plan.js";

/** Batches that are made in JavaScript, sample by sample, and sent to the backend one by one. */
export function madeBatches(plan: Plan): BatchSource {
  return {
    isHeld: false,
    give(indices, { epoch, step } = { epoch: 1, step: 0 }) {
      const { x, y } = makeBatch(plan, indices, epoch, step);
      return [x, y];
    },
    open: (...[x, y]) => ({ x: x!, y: y! }),
    dispose: () => {},
  };
}
