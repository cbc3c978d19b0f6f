import * as tf from "@tensorflow/tfjs";
import { randomSource, UsageError } from "../../core/index.js";
import { assertFiniteBatch, batchOf } from "../batch-of.js";
import { toInput } from "../to-input.js";
import type { RawBatch } from "./augment-hook.js";
import type { Plan } from "./plan.js";

/** A batch as the step takes it; the caller disposes both. */
export interface Batch {
  /** float32, shape [batch, …sample]. */
  x: tf.Tensor;
  /** Labels, shape [batch], or the classes' shares, shape [batch, classes]. */
  y: tf.Tensor;
}

/** The samples at `indices`, changed where the plan says so. */
export function makeBatch(
  { train, seed, options }: Plan,
  indices: Uint32Array,
  epoch: number,
  step: number,
): Batch {
  const raw: RawBatch = batchOf("fit", train, indices, "the training set");
  const { augment } = options;
  const batch =
    augment === undefined
      ? raw
      : augment(raw, { indices, epoch }, randomSource(seed, "augment", step, indices[0]!));
  if (augment !== undefined) {
    assertChanged(raw, batch, indices.length * train.classes.length);
    assertFiniteBatch("augment returned", batch, train, indices);
  }
  const x = toInput(batch);
  if (batch.softLabels !== undefined)
    return { x, y: tf.tensor2d(batch.softLabels, [indices.length, train.classes.length]) };
  const labels = new Int32Array(indices.length);
  for (let i = 0; i < labels.length; i++) labels[i] = train.labels[indices[i]!]!;
  return { x, y: tf.tensor1d(labels, "int32") };
}

function assertChanged(before: RawBatch, after: RawBatch, shares: number): void {
  const values = before.shape.reduce((product, size) => product * size, 1);
  if (after?.x?.length !== values || String(after.shape) !== String(before.shape))
    throw new UsageError({
      got: `augment returned ${after?.x?.length ?? "no"} values of shape [${after?.shape?.join(", ") ?? "?"}].`,
      expected: `{ x, shape } of the shape that it was given, [${before.shape.join(", ")}].`,
      fix: "return the changed batch: augment: (batch) => ({ ...batch, x: changed }).",
    });
  if (after.softLabels !== undefined && after.softLabels.length !== shares)
    throw new UsageError({
      got: `augment returned ${after.softLabels.length} soft labels.`,
      expected: `${shares}: one for each class of each sample.`,
      fix: "return softLabels of shape [batch, classes], or none.",
    });
}
