import { type Dataset, UsageError } from "../core/index.js";

/**
 * Throws where a data set's batch is not what it says of itself: another type of numbers would be trained on unscaled,
 * another shape on shifted rows.
 *
 * @throws UsageError for numbers that are neither bytes nor 32-bit floats, and for another shape or length than promised
 */
export function assertBatch(
  functionName: string,
  { x, shape }: ReturnType<Dataset["batch"]>,
  wanted: readonly number[],
  name: string,
): void {
  if (!(x instanceof Uint8Array || x instanceof Float32Array)) {
    const type = (x as object | undefined)?.constructor?.name ?? typeof x;
    throw new UsageError({
      got: `${functionName} got ${name} whose batch gives its numbers as ${type}.`,
      expected:
        "a Uint8Array of bytes 0…255, which are then scaled, or a Float32Array that is scaled already.",
      fix:
        type === "Uint8ClampedArray"
          ? "return new Uint8Array(x.buffer) as x."
          : "return Float32Array.from(x, (value) => value / largest) as x.",
    });
  }
  const numbers = wanted.reduce((product, size) => product * size, 1);
  if (x.length === numbers && String(shape) === String(wanted)) return;
  throw new UsageError({
    got: `${functionName} got ${name} whose batch of ${wanted[0]} samples has ${x.length} numbers and shape [${shape.join(", ")}].`,
    expected: `${numbers} numbers and shape [${wanted.join(", ")}]: the samples asked for, each of dataset.shape.`,
    fix: "return { x, shape: [indices.length, ...dataset.shape] } from batch.",
  });
}
