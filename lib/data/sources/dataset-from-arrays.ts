import { checkOptions, type Dataset, UsageError } from "../../core/index.js";
import { checkIndices } from "../check-values.js";

/** What {@link datasetFromArrays} takes. */
export interface ArraysOfData {
  /** All samples, row after row; shape [samples, ...shape]. Bytes 0 … 255, or finite numbers. */
  x: Float32Array | Uint8Array;
  /** One sample's shape, such as [height, width, channels] or [features]. */
  shape: readonly number[];
  /** One whole number per sample, an index into `classes`. */
  labels: ArrayLike<number>;
  /** The classes' names. */
  classes: readonly string[];
  /** One name per sample, unique; defaults to "0", "1", … */
  ids?: readonly string[];
  /** What else is known of each sample, one number per sample; defaults to nothing. */
  tags?: Record<string, Float32Array>;
}

/**
 * A data set of your own arrays, checked once: every number finite, every label a class, every length right.
 *
 * The pixels are not copied: the data set sees later changes to `x`.
 *
 * @throws UsageError that names the first row at fault
 * @example
 * const x = Float32Array.of(0, 0, 1, 1);
 * const points = datasetFromArrays({ x, shape: [2], labels: [0, 1], classes: ["off", "on"] });
 * points.size; // 2
 */
export function datasetFromArrays(arrays: ArraysOfData): Dataset {
  checkOptions("datasetFromArrays", arrays, ["x", "shape", "labels", "classes", "ids", "tags"]);
  checkPresent(arrays);
  const { x, shape, classes, tags = {} } = arrays;
  const labels = Int32Array.from(arrays.labels);
  const size = labels.length;
  const length = checkShape(shape);
  checkLength("x", x.length, size * length, `${size} labels × [${shape.join(", ")}]`);
  const ids = arrays.ids ?? Array.from(labels, (_, i) => String(i));
  checkLength("ids", ids.length, size, "one per label");
  for (const [name, values] of Object.entries(tags))
    checkLength(`tags.${name}`, values.length, size, "one per label");
  checkLabels(arrays.labels, classes);
  checkUnique(ids);
  if (x instanceof Float32Array) checkFinite(x, length);
  return {
    size,
    shape: [...shape],
    classes,
    labels,
    ids,
    tags,
    batch(indices) {
      checkIndices("batch", indices, size);
      const count = indices.length * length;
      const rows = x instanceof Uint8Array ? new Uint8Array(count) : new Float32Array(count);
      for (let i = 0; i < indices.length; i++)
        rows.set(x.subarray(indices[i]! * length, (indices[i]! + 1) * length), i * length);
      return { x: rows, shape: [indices.length, ...shape] };
    },
  };
}

/** For plain JavaScript; the type checker says the same at compile time. */
function checkPresent(arrays: ArraysOfData): void {
  const isBytesOrFloats = arrays.x instanceof Uint8Array || arrays.x instanceof Float32Array;
  const missing = (["shape", "labels", "classes"] as const).find((name) => arrays[name] === undefined);
  if (isBytesOrFloats && missing === undefined) return;
  throw new UsageError({
    got: isBytesOrFloats ? `datasetFromArrays got no ${missing}.` : "x is no Float32Array and no Uint8Array.",
    expected: "x, shape, labels and classes; x as one typed array of all samples, row after row.",
    fix: "pass { x: Float32Array.from(rows.flat()), shape: [features], labels, classes }.",
  });
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

function checkLength(name: string, length: number, expected: number, because: string): void {
  if (length === expected) return;
  throw new UsageError({
    got: `${name} has ${length} values.`,
    expected: `${expected}: ${because}.`,
    fix: `cut ${name} and labels from the same samples.`,
  });
}

function checkLabels(labels: ArrayLike<number>, classes: readonly string[]): void {
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    if (Number.isInteger(label) && label >= 0 && label < classes.length) continue;
    throw new UsageError({
      got: `labels[${row}] is ${String(label)}.`,
      expected: `a whole number from 0 to ${classes.length - 1}: an index into ${classes.length} classes.`,
      fix:
        label === classes.length
          ? "count the classes from 0, not from 1."
          : "name every class in classes, or drop the row.",
    });
  }
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
