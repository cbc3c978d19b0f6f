import { type Samples, UsageError } from "../../core/index.js";
import type { Drawn } from "./batch-workers.js";

/**
 * Draws the first of the samples here, and returns what refuses a recipe whose samples are not the data set's: training on
 * one thing and validating on another is the kind of mistake that no loss shows.
 */
export function expectSameSamples(dataset: Samples, indices: Uint32Array): (drawn: Drawn) => void {
  const own = dataset.batch(indices.subarray(0, 1)).x;
  return ({ x, shape }) => {
    const isSame =
      shape.slice(1).join() === dataset.shape.join() && own.every((value, i) => Object.is(value, x[i]));
    if (isSame) return;
    throw new UsageError({
      got: `a worker that drew sample ${indices[0]} (${dataset.ids[indices[0]!]}) got other values than this thread.`,
      expected: "a recipe that gives the same samples whenever it is followed.",
      fix: "take every random choice from a seed in its arguments, and check that module, export and args are this data set's.",
    });
  };
}
