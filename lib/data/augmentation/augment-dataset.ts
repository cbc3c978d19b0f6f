import { checkOptions, type Dataset, integerBelow, randomSource } from "../../core/index.js";
import { checkCount, checkIndices, checkSeed } from "../check-values.js";
import type { Augmentation } from "./augmentation.js";
import { checkOps } from "./check-ops.js";
import { opStream } from "./op-stream.js";
import { runOps } from "./run-ops.js";

/** Options for {@link augmentDataset}. */
export interface AugmentDatasetOptions {
  /** Picks what happens to each image; defaults to 0. */
  seed?: number;
  /** Defaults to 0. Another epoch changes the same sample in another way. */
  epoch?: number;
}

/** A batch of changed images. */
export interface AugmentedBatch {
  x: Float32Array | Uint8Array;
  shape: number[];
  /** Shares of the classes in each image, in sum 1, shape [batch, classes]; where an op mixes labels. */
  softLabels?: Float32Array;
}

/** A data set whose images are changed as they are asked for. */
export interface AugmentedDataset extends Dataset {
  batch(indices: ArrayLike<number>): AugmentedBatch;
}

/**
 * A view of a data set through ops, in one epoch: its images are changed as they are asked for.
 *
 * Each epoch is a view of its own. For training only: an error measured on changed images is another one. `labels`,
 * `ids` and `tags` are the old ones; where an op mixes labels, `labels` is each mixture's greatest part, and its
 * batches have the shares as `softLabels`.
 *
 * @param ops - applied in this order; an image that is mixed in went through the ops before the mixing, too
 * @throws UsageError when the ops are none, or the samples no images (by the first batch)
 * @example
 * const epochs = [0, 1].map((epoch) => augmentDataset(makeScenes(8), [augmentations.rotate()], { epoch }));
 * epochs.map(({ size }) => size); // [8, 8]
 */
export function augmentDataset(
  dataset: Dataset,
  ops: readonly Augmentation[],
  options: AugmentDatasetOptions = {},
): AugmentedDataset {
  checkOptions("augmentDataset", options, ["seed", "epoch"]);
  checkOps("augmentDataset", ops);
  const { seed = 0, epoch = 0 } = options;
  checkSeed(seed);
  checkCount("epoch", epoch, 0, 1e9);
  const mixes = ops.some(({ labels }) => labels === "mixed");

  /** The samples after the first `count` ops. */
  const after = (count: number, indices: ArrayLike<number>): AugmentedBatch => {
    const mixing = ops.slice(0, count).findLastIndex(({ labels }) => labels === "mixed");
    const rest = steps(mixing + 1, count, indices);
    if (mixing === -1) {
      const softLabels = mixes ? { softLabels: oneHot(dataset, indices) } : {};
      return { ...runOps(dataset.batch(indices), { ops: rest }), ...softLabels };
    }
    const own = after(mixing, indices);
    const partnerOf = (index: number): number =>
      integerBelow(dataset.size, randomSource(seed, "augment", epoch, index, mixing, "partner"));
    const partners = after(mixing, Uint32Array.from(indices, partnerOf));
    const soft = own.softLabels!;
    const classes = dataset.classes.length;
    const onShare = (row: number, share: number): void => {
      for (let at = row * classes; at < (row + 1) * classes; at++)
        soft[at] = soft[at]! * share + partners.softLabels![at]! * (1 - share);
    };
    const mixed = runOps(own, { ops: [...steps(mixing, mixing + 1, indices), ...rest], partners, onShare });
    return { ...mixed, softLabels: soft };
  };

  const steps = (start: number, end: number, indices: ArrayLike<number>) =>
    ops.slice(start, end).map((op, i) => ({
      op,
      stream: (row: number) =>
        opStream({ seed, epoch, index: indices[row]!, place: start + i, name: op.name }),
    }));

  return {
    size: dataset.size,
    shape: dataset.shape,
    classes: dataset.classes,
    // Not copied: some data sets compute these when they are first asked for.
    get labels() {
      return dataset.labels;
    },
    get ids() {
      return dataset.ids;
    },
    get tags() {
      return dataset.tags;
    },
    batch(indices) {
      checkIndices("batch", indices, dataset.size);
      return after(ops.length, indices);
    },
  };
}

function oneHot({ labels, classes }: Dataset, indices: ArrayLike<number>): Float32Array {
  const soft = new Float32Array(indices.length * classes.length);
  for (let row = 0; row < indices.length; row++) soft[row * classes.length + labels[indices[row]!]!] = 1;
  return soft;
}
