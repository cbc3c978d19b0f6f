import * as tf from "@tensorflow/tfjs";
import { type BackendName, start } from "../../../lib/backend/index.js";

/** What `compute` makes on one backend, as plain numbers; its tensors are disposed. */
export async function onBackend(backend: BackendName, compute: () => tf.Tensor[]): Promise<Float32Array[]> {
  await start({ backend, quiet: true });
  const results = tf.tidy(compute);
  const numbers = results.map((tensor) => Float32Array.from(tensor.dataSync()));
  tf.dispose(results);
  return numbers;
}

/** The largest difference, relative to the largest of the expected numbers. */
export function farthest(received: Float32Array, expected: Float32Array): number {
  if (received.length !== expected.length) return Number.POSITIVE_INFINITY;
  const scale = Math.max(...expected.map(Math.abs), 1e-30);
  return Math.max(0, ...received.map((value, i) => Math.abs(value - expected[i]!) / scale));
}
