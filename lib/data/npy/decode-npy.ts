import { formatBytes, UsageError } from "../../core/index.js";
import type { NpyData, NpyNumbers } from "./npy-types.js";
import { type NpyLayout, parseNpyHeader } from "./parse-npy-header.js";

/** An array as NumPy stores it. */
export interface NpyArray<Data extends NpyData = NpyData> {
  /** All axes, the batch axis first. */
  readonly shape: readonly number[];
  /** The elements, the last axis fastest. */
  readonly data: Data;
}

/** The array in the bytes of a `.npy` file; `name` is the file's, for messages. */
export function decodeNpy(bytes: Uint8Array, name: string): NpyArray {
  const layout = parseNpyHeader(bytes, name);
  assertWhole(layout, bytes.length, name);
  const { type, count, offset, shape, isFortran } = layout;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, count * type.bytes);
  const data = type.read(view, count);
  return { shape, data: isFortran && shape.length > 1 ? lastAxisFastest(data, shape) : data };
}

/** Refuses a file of another size than its header promises. */
export function assertWhole({ type, count, offset, shape }: NpyLayout, size: number, name: string): void {
  const promised = offset + count * type.bytes;
  if (size === promised) return;
  throw new UsageError({
    got: `${name} has ${formatBytes(size)} (${size}), and its header promises ${promised} for the shape [${shape.join(", ")}].`,
    expected:
      size < promised ? "a whole file: this one is cut short." : "a file that ends with its last number.",
    fix: "copy or write it again.",
  });
}

/** From Fortran's order of elements to C's. */
function lastAxisFastest(data: NpyData, shape: readonly number[]): NpyData {
  const ordered = data.slice() as NpyNumbers;
  const from = data as NpyNumbers;
  const place = new Array<number>(shape.length).fill(0);
  for (let i = 0; i < from.length; i++) {
    let to = 0;
    for (const [axis, side] of shape.entries()) to = to * side + place[axis]!;
    ordered[to] = from[i]!;
    // The next element in Fortran's order: the first axis counts up, and carries.
    for (let axis = 0; ++place[axis]! === shape[axis] && axis < shape.length - 1; axis++) place[axis] = 0;
  }
  return ordered;
}
