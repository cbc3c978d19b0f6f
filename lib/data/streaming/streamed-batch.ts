import type { Dataset, RegressionDataset, Samples } from "../../core/index.js";
import { hasTargets } from "../splits/same-kind.js";
import type { BatchRows } from "./batch-rows.js";
import type { Drawn } from "./batch-workers.js";

/** One batch of a stream: samples, their answers, and where they are from. */
export type StreamedBatch<D extends Samples = Dataset> = BatchRows &
  Drawn & {
    /** For sequences of unequal length: each one's real steps. */
    readonly lengths?: Int32Array;
  } & (D extends RegressionDataset
    ? {
        /** Row-major, shape [batch, targets]. */
        readonly targets: Float32Array;
      }
    : { readonly labels: Int32Array });

/** All labels or targets of a data set. */
export function answersOf(dataset: Dataset | RegressionDataset): Int32Array | Float32Array {
  return hasTargets(dataset) ? dataset.targets : dataset.labels;
}

/** Puts the answers of the drawn samples beside them. */
export function withAnswers<D extends Dataset | RegressionDataset>(
  dataset: D,
  rows: BatchRows,
  { x, shape }: Drawn,
): StreamedBatch<D> {
  const { indices } = rows;
  const { lengths } = dataset;
  const answers = hasTargets(dataset)
    ? { targets: targetsAt(dataset, indices) }
    : { labels: Int32Array.from(indices, (i) => dataset.labels[i]!) };
  return {
    ...rows,
    x,
    shape,
    ...(lengths && { lengths: Int32Array.from(indices, (i) => lengths[i]!) }),
    ...answers,
  } as StreamedBatch<D>;
}

function targetsAt({ targets, targetNames }: RegressionDataset, indices: Uint32Array): Float32Array {
  const width = targetNames.length;
  const picked = new Float32Array(indices.length * width);
  for (let i = 0; i < indices.length; i++)
    picked.set(targets.subarray(indices[i]! * width, (indices[i]! + 1) * width), i * width);
  return picked;
}
