import type * as tf from "@tensorflow/tfjs";
import type { LabelledBatch } from "../step/update-step.js";

/** Where the batches of a training come from: what is made of them before the step, and what inside of it. */
export interface BatchSource {
  /** Whether all samples are there, unchanged, for scores to be taken of them too. */
  readonly isHeld: boolean;
  /**
   * What the step is given for the samples at `indices`; the caller disposes it.
   *
   * @param place - where samples change from one time to the next: the update, 0 for the first, and the epoch, 1 for the first
   */
  give(indices: Uint32Array, place?: { step: number; epoch: number }): tf.Tensor[];
  /** The batch of what was given, by ops alone. */
  open(...given: tf.Tensor[]): LabelledBatch;
  dispose(): void;
}
