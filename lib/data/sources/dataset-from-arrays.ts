import { checkOptions, type Dataset, UsageError } from "../../core/index.js";
import { type ArraysOfSamples, samplesFromArrays } from "./samples-from-arrays.js";

/** What {@link datasetFromArrays} takes. */
export interface ArraysOfData extends ArraysOfSamples {
  /** One whole number per sample, an index into `classes`. */
  labels: ArrayLike<number>;
  /** The classes' names. */
  classes: readonly string[];
}

/**
 * A data set of your own arrays, checked once: every number finite, every label a class, every length right.
 *
 * The pixels are not copied: the data set sees later changes to `x`. A training under way may not see them: it may have taken
 * in all samples when it began.
 *
 * @throws UsageError that names the first row at fault
 * @example
 * const x = Float32Array.of(0, 0, 1, 1);
 * const points = datasetFromArrays({ x, shape: [2], labels: [0, 1], classes: ["off", "on"] });
 * points.size; // 2
 */
export function datasetFromArrays(arrays: ArraysOfData): Dataset {
  checkOptions("datasetFromArrays", arrays, ["x", "shape", "labels", "classes", "ids", "tags", "lengths"]);
  checkPresent(arrays);
  const { labels, classes } = arrays;
  const samples = samplesFromArrays(arrays, labels.length);
  checkLabels(labels, classes);
  return { ...samples, classes, labels: Int32Array.from(labels) };
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
