import { type Dataset, UsageError } from "../core/index.js";
import { assertBatch } from "./assert-batch.js";

/** Whether a data set gives bytes, as its first batch did. */
const givesBytes = new WeakMap<Dataset, boolean>();

/**
 * The samples at `indices`, checked: a data set is somebody's own code, and may give another shape, another type or NaN in
 * any of its batches, not in the first alone.
 *
 * @param functionName - as the caller typed it
 * @param name - what the data set is called there; defaults to "the data set"
 * @throws UsageError where the batch is not what the data set says of itself, or holds NaN or an infinity
 */
export function batchOf(
  functionName: string,
  dataset: Dataset,
  indices: Uint32Array,
  name = "the data set",
): ReturnType<Dataset["batch"]> {
  const batch = dataset.batch(indices);
  assertBatch(functionName, batch, [indices.length, ...dataset.shape], name);
  assertSameType(functionName, dataset, batch, name);
  assertFiniteBatch(`${functionName} got ${name} with`, batch, dataset, indices);
  return batch;
}

/** Bytes are scaled and floats are not, so that a set of both would be two sets. */
function assertSameType(
  functionName: string,
  dataset: Dataset,
  { x }: ReturnType<Dataset["batch"]>,
  name: string,
): void {
  const bytes = x instanceof Uint8Array;
  if ((givesBytes.get(dataset) ?? bytes) !== bytes)
    throw new UsageError({
      got: `${functionName} got ${name} whose batches come as ${bytes ? "Float32Array and now as Uint8Array" : "Uint8Array and now as Float32Array"}.`,
      expected: "one type for all batches: bytes are scaled to −1…1, floats are taken as they are.",
      fix: "let batch return the one or the other, for every sample.",
    });
  givesBytes.set(dataset, bytes);
}

/** @throws UsageError where a batch holds NaN or an infinity, naming the sample */
export function assertFiniteBatch(
  what: string,
  { x }: { x: Float32Array | Uint8Array },
  { ids }: Dataset,
  indices: Uint32Array,
): void {
  if (x instanceof Uint8Array || allFinite(x)) return;
  const at = x.findIndex((value) => !Number.isFinite(value));
  const row = indices[Math.floor((at * indices.length) / x.length)]!;
  throw new UsageError({
    got: `${what} ${x[at]} in sample ${row} ("${ids[row]}").`,
    expected: "finite numbers.",
    fix: "find where the number comes from (0/0, a missing cell, an empty image) and repair or drop the sample.",
  });
}

/** A number times zero is zero, but NaN for NaN and infinities: one pass without a branch. */
function allFinite(values: Float32Array): boolean {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * 0;
  return sum === 0;
}
