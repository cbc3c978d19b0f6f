import type { RandomSource } from "../../core/index.js";

/** A batch as a data set gives it, before pixels are scaled for the network. */
export interface RawBatch {
  x: Float32Array | Uint8Array;
  /** [batch, …sample] */
  shape: number[];
  /** The classes' shares of each sample, in sum 1, shape [batch, classes]; where samples are mixed. */
  softLabels?: Float32Array;
}

/**
 * Changes a training batch: what `augment` of lib/data returns, or a function of your own. Scores are taken without it.
 *
 * @param samples - which samples they are, and the epoch, 1 for the first
 * @param random - a stream for this batch alone, for whoever does not draw by sample
 */
export type AugmentHook = (
  batch: RawBatch,
  samples: { indices: Uint32Array; epoch: number },
  random: RandomSource,
) => RawBatch;
