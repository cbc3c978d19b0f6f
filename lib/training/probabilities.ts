import * as tf from "@tensorflow/tfjs";
import type { Dataset } from "../core/index.js";
import { batchOf } from "./batch-of.js";
import { type Forward, forwardOf } from "./forward.js";
import { nextTurn } from "./next-turn.js";
import { toInput } from "./to-input.js";

/** Options for {@link probabilitiesOf}. */
export interface ProbabilitiesOptions {
  /** Who asks, as the caller typed it. */
  functionName: string;
  /** Which samples, in which order; defaults to all of them. */
  indices?: Uint32Array;
  /** Samples per call of the model; defaults to 256. It changes speed and memory, not the result. */
  batchSize?: number;
  /** Ends the work between two batches. */
  signal?: AbortSignal | undefined;
  /** The model's forward pass, for a caller that asks more than once; it stays the caller's. */
  forward?: Forward;
  /** What the forward pass is given for some samples; defaults to the data set's batch of them, scaled. */
  give?: (rows: Uint32Array) => tf.Tensor[];
}

/**
 * What the model says of each sample in evaluation mode: no dropout, no augmentation, batch-norm's running statistics.
 *
 * @returns row-major, shape [samples, classes]
 * @throws the signal's reason when it is aborted
 */
export async function probabilitiesOf(
  model: tf.LayersModel,
  dataset: Dataset,
  options: ProbabilitiesOptions,
): Promise<Float32Array> {
  const { functionName, indices, batchSize = 256, signal, forward } = options;
  const { give = (rows) => [toInput(batchOf(functionName, dataset, rows))] } = options;
  const own = forward === undefined ? forwardOf(model) : undefined;
  const run = (forward ?? own)!;
  const rows = indices ?? Uint32Array.from({ length: dataset.size }, (_, i) => i);
  const classes = dataset.classes.length;
  const probabilities = new Float32Array(rows.length * classes);
  try {
    for (let start = 0; start < rows.length; start += batchSize) {
      signal?.throwIfAborted();
      const asked = rows.subarray(start, start + batchSize);
      const output = tf.tidy(() => run(...give(asked))); // [batch, classes]
      try {
        probabilities.set((await output.data()) as Float32Array, start * classes);
      } finally {
        output.dispose();
      }
      await nextTurn();
    }
    return probabilities;
  } finally {
    own?.dispose();
  }
}
