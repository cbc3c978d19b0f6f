import { checkOptions, UsageError } from "../../core/index.js";
import { checkCount, checkSeed } from "../check-values.js";
import type { ImageAugmentation } from "./augmentation.js";
import { checkOps } from "./check-ops.js";
import { opStream } from "./op-stream.js";
import { type ImageBatch, runOps } from "./run-ops.js";

/** Options for {@link augment}. */
export interface AugmentOptions {
  /** Picks what happens to each image; defaults to 0. */
  seed?: number;
}

/** Which samples the images are. */
export interface AugmentedSamples {
  /** One number per image, that of its sample in the data set. */
  indices: ArrayLike<number>;
  /** Defaults to 0. Another epoch changes the same sample in another way. */
  epoch?: number;
  /** Memory for the result, of the batch's kind and length; defaults to a new array. */
  into?: Float32Array | Uint8Array;
}

/** Changes a batch of images; the batch itself is left as it is. */
export type Augment = (
  batch: ImageBatch,
  samples: AugmentedSamples,
) => { x: Float32Array | Uint8Array; shape: number[] };

/**
 * Ops put together into one function on batches of images, shape [batch, height, width, channels].
 *
 * Sample i in epoch e of seed s gets the same bytes, whatever else is in the batch, on every platform. Bytes come back
 * as bytes, and floats 0 … 1 as floats.
 *
 * @param ops - applied in this order
 * @returns a function that throws UsageError when the batch is no images, or floats are outside 0 … 1
 * @throws UsageError when an op mixes labels: that is for `augmentDataset`
 * @example
 * const negative = augment([augmentations.invert({ probability: 1 })]);
 * negative({ x: Uint8Array.of(0, 55), shape: [1, 1, 2, 1] }, { indices: [0] }).x; // Uint8Array [255, 200]
 */
export function augment(ops: readonly ImageAugmentation[], options: AugmentOptions = {}): Augment {
  checkOptions("augment", options, ["seed"]);
  checkOps("augment", ops, "kept");
  const { seed = 0 } = options;
  checkSeed(seed);
  return (batch, samples) => {
    checkOptions("augment's function", samples, ["indices", "epoch", "into"]);
    const { indices, epoch = 0, into } = samples;
    checkCount("epoch", epoch, 0, 1e9);
    checkLength(indices?.length, batch.shape[0]);
    const steps = ops.map((op, place) => ({
      op,
      stream: (row: number) => opStream({ seed, epoch, index: indices[row]!, place, name: op.name }),
    }));
    return runOps(batch, { ops: steps, ...(into && { into }) });
  };
}

function checkLength(indices: number | undefined, images: number | undefined): void {
  if (indices === images) return;
  throw new UsageError({
    got: `${String(indices)} indices for ${String(images)} images.`,
    expected: "one index per image: the number of its sample.",
    fix: "pass the indices that the batch was drawn with: augmented(dataset.batch(indices), { indices }).",
  });
}
