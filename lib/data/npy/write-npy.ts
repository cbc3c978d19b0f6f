import { UsageError, writeAtomically } from "../../core/index.js";
import { npyHeader, npyTypeOf } from "./npy-header.js";

/**
 * Writes an array as a `.npy` file, whole or not at all; in Python `numpy.load(path)` reads it.
 *
 * @param array - all numbers, row after row
 * @param shape - of the array; defaults to one axis
 * @throws UsageError where the shape has another number of numbers, or the file cannot be written
 */
export async function writeNpy(
  path: string,
  array: Uint8Array | Int32Array | Float32Array,
  shape: readonly number[] = [array.length],
): Promise<void> {
  await writeAtomically(path, npyBytes(array, shape));
}

/**
 * What {@link writeNpy} writes.
 *
 * @example
 * npyBytes(Int32Array.of(7, 8)).length; // 136
 */
export function npyBytes(
  array: Uint8Array | Int32Array | Float32Array,
  shape: readonly number[] = [array.length],
): Uint8Array {
  const numbers = shape.reduce((product, side) => product * side, 1);
  if (numbers !== array.length)
    throw new UsageError({
      got: `${array.length} numbers for the shape [${shape.join(", ")}].`,
      expected: `${numbers} numbers.`,
      fix: "pass the shape with its batch axis: [samples, height, width, channels].",
    });
  const header = npyHeader(npyTypeOf(array), shape);
  const bytes = new Uint8Array(header.length + array.byteLength);
  bytes.set(header);
  bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), header.length);
  return bytes;
}
