import type { Samples } from "./dataset.js";

/**
 * The `batch` functions that copy from memory, and whether everything is there that they may be asked for. It is the
 * function that is noted: a copy of a data set that has another `batch` has other samples.
 */
const fromMemory = new WeakMap<Samples["batch"], () => boolean>();

/**
 * Notes that a data set's `batch` copies samples that lie in memory, the same ones each time: a training may then take all of
 * them in at once. Returns the function.
 *
 * @param isComplete - whether all samples are there by now; defaults to yes
 */
export function copiesFromMemory<Batch extends Samples["batch"]>(
  batch: Batch,
  isComplete: () => boolean = () => true,
): Batch {
  fromMemory.set(batch, isComplete);
  return batch;
}

/** Whether all samples of a data set lie in memory and stay what they are. */
export function isInMemory({ batch }: Samples): boolean {
  return fromMemory.get(batch)?.() ?? false;
}
