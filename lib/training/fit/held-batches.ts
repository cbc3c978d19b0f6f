import * as tf from "@tensorflow/tfjs";
import { computesInCalls, holdRows } from "../../backend/index.js";
import { isInMemory } from "../../core/index.js";
import { batchOf } from "../batch-of.js";
import { estimateMemory } from "../memory/estimate-memory.js";
import { nextTurn } from "../next-turn.js";
import { scaleBytes } from "../to-input.js";
import type { BatchSource } from "./batch-source.js";
import type { Plan } from "./plan.js";

/** The share of the free memory that a copy of the training set may take. */
const mostOfRoom = 1 / 4;

/** Samples that are copied in one go. */
const chunk = 1024;

/**
 * Batches that the step takes by their indices from a training set which lies with TensorFlow; `undefined` where the set
 * is not in memory, or too large for a second copy, where samples are augmented, and where nothing is compiled.
 */
export async function heldBatches(plan: Plan): Promise<BatchSource | undefined> {
  const { train, options } = plan;
  if (options.augment !== undefined || options.compiled === false) return undefined;
  if (!isInMemory(train) || !computesInCalls()) return undefined;
  const values = await wholeOf(plan);
  if (values === undefined) return undefined;
  const isBytes = values instanceof Uint8Array;
  const samples = holdRows(values, [train.size, ...train.shape])!;
  const labels = holdRows(Int32Array.from(train.labels), [train.size])!;
  return {
    isHeld: true,
    give: (indices) => [tf.tensor1d(Int32Array.from(indices), "int32")],
    open(...[indices]) {
      const x = samples.take(indices!);
      return { x: isBytes ? scaleBytes(x) : x, y: labels.take(indices!) };
    },
    dispose() {
      samples.dispose();
      labels.dispose();
    },
  };
}

/** All samples, row after row; undefined where they take too much, or the signal comes. */
async function wholeOf({
  model,
  train,
  batchSize,
  optimizer,
  options,
}: Plan): Promise<Uint8Array | Float32Array | undefined> {
  const length = train.shape.reduce((product, side) => product * side, 1);
  const room = process.availableMemory() - estimateMemory(model, { batchSize, optimizer }).bytes;
  let whole: Uint8Array | Float32Array | undefined;
  for (let start = 0; start < train.size; start += chunk) {
    await nextTurn();
    if (options.signal?.aborted) return undefined;
    const rows = Uint32Array.from({ length: Math.min(chunk, train.size - start) }, (_, i) => start + i);
    const { x } = batchOf("fit", train, rows, "the training set");
    if (whole === undefined && train.size * length * x.BYTES_PER_ELEMENT > mostOfRoom * room)
      return undefined;
    whole ??= new (x instanceof Uint8Array ? Uint8Array : Float32Array)(train.size * length);
    whole.set(x, start * length);
  }
  return whole;
}
