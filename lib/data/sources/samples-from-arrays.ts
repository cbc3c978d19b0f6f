import { copiesFromMemory, type Samples, UsageError } from "../../core/index.js";
import { checkIndices } from "../check-values.js";

/** What data sets of classes and of numbers are both made from. */
export interface ArraysOfSamples {
  /** All samples, row after row; shape [samples, ...shape]. Bytes 0 … 255, or finite numbers. */
  x: Float32Array | Uint8Array;
  /** One sample's shape, such as [height, width, channels], [steps, features] or [features]. */
  shape: readonly number[];
  /** One name per sample, unique; defaults to "0", "1", … */
  ids?: readonly string[];
  /** What else is known of each sample, one number per sample; defaults to nothing. */
  tags?: Record<string, Float32Array>;
  /** Sequences of unequal length: each sample's real steps, the first of the axis `shape[0]`; the others are zeros. */
  lengths?: Int32Array;
}

/** Samples over arrays in memory, checked: every number finite, every array of the right length. */
export function samplesFromArrays(arrays: ArraysOfSamples, size: number): Samples {
  const { x, shape, tags = {}, lengths } = arrays;
  const length = checkShape(shape);
  checkLength("x", x.length, size * length, `${size} labels × [${shape.join(", ")}]`);
  const ids = arrays.ids ?? Array.from({ length: size }, (_, i) => String(i));
  checkLength("ids", ids.length, size, "one per label");
  for (const [name, values] of Object.entries(tags))
    checkLength(`tags.${name}`, values.length, size, "one per label");
  checkUnique(ids);
  if (x instanceof Float32Array) checkFinite(x, length);
  if (lengths !== undefined) checkLengths(lengths, size, x, shape);
  return {
    size,
    shape: [...shape],
    ids,
    tags,
    ...(lengths && { lengths }),
    batch: copiesFromMemory((indices) => {
      checkIndices("batch", indices, size);
      const count = indices.length * length;
      const rows = x instanceof Uint8Array ? new Uint8Array(count) : new Float32Array(count);
      for (let i = 0; i < indices.length; i++)
        rows.set(x.subarray(indices[i]! * length, (indices[i]! + 1) * length), i * length);
      return { x: rows, shape: [indices.length, ...shape] };
    }),
  };
}

function checkShape(shape: readonly number[]): number {
  if (shape.length > 0 && shape.every((side) => Number.isInteger(side) && side > 0))
    return shape.reduce((product, side) => product * side, 1);
  throw new UsageError({
    got: `shape is [${shape.join(", ")}].`,
    expected: "one sample's shape in whole numbers above 0, without the batch axis.",
    fix: "pass { shape: [height, width, channels] }, or { shape: [features] } for a table.",
  });
}

/** Refuses an array of another length than the samples need. */
export function checkLength(name: string, length: number, expected: number, because: string): void {
  if (length === expected) return;
  throw new UsageError({
    got: `${name} has ${length} values.`,
    expected: `${expected}: ${because}.`,
    fix: `cut ${name} and labels from the same samples.`,
  });
}

function checkUnique(ids: readonly string[]): void {
  const rows = new Map<string, number>();
  for (const [row, id] of ids.entries()) {
    const other = rows.get(id);
    rows.set(id, row);
    if (other === undefined) continue;
    throw new UsageError({
      got: `ids[${other}] and ids[${row}] are both "${id}".`,
      expected: "a name for each sample that no other has.",
      fix: "leave ids out to number the samples.",
    });
  }
}

function checkFinite(x: Float32Array, length: number): void {
  const at = x.findIndex((value) => !Number.isFinite(value));
  if (at === -1) return;
  throw new UsageError({
    got: `x has ${x[at]} in row ${Math.floor(at / length)}, value ${at % length} of ${length}.`,
    expected: "finite numbers: one NaN in the data makes every weight NaN after one step.",
    fix: "drop the row, or fill the gap with the column's mean.",
  });
}

/** Padding that is not zero would be taken for steps by a masking layer, and by everything else. */
function checkLengths(
  lengths: Int32Array,
  size: number,
  x: Float32Array | Uint8Array,
  shape: readonly number[],
): void {
  checkLength("lengths", lengths.length, size, "one per label");
  const steps = shape[0]!;
  const features = x.length / size / steps;
  for (const [row, length] of lengths.entries()) {
    const isCount = Number.isInteger(length) && length >= 1 && length <= steps;
    const start = (row * steps + length) * features;
    if (isCount && x.subarray(start, (row + 1) * steps * features).every((value) => value === 0)) continue;
    throw new UsageError({
      got: isCount
        ? `x has values other than 0 after step ${length} of row ${row}, where lengths[${row}] says it ends.`
        : `lengths[${row}] is ${length}.`,
      expected: `from 1 to ${steps} steps, the first of each sample, and zeros after them.`,
      fix: "put the steps first, fill with zeros, and count the steps.",
    });
  }
}
