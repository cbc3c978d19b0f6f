import { computesInCalls } from "./computes-in-calls.js";
import { HeldRows, nativeBackend } from "./tensorflow/index.js";

/**
 * Sends rows of numbers to TensorFlow, once, for steps to take some of them by their indices; `undefined` where that is no
 * gain, or not known to be one: on other backends, and on graphics cards.
 *
 * @param values - all rows, one after the other: bytes, floats or whole numbers; they are copied
 * @param shape - [rows, …row]
 * @returns the rows; the caller disposes them
 */
export function holdRows(
  values: Uint8Array | Float32Array | Int32Array,
  shape: readonly number[],
): HeldRows | undefined {
  return computesInCalls() ? new HeldRows(nativeBackend()!, values, shape) : undefined;
}
