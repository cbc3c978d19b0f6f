import { UsageError } from "../../core/index.js";
import type { NpyArray } from "./decode-npy.js";

/** Labels, and the names of the classes that they count. */
export interface NamedLabels {
  readonly labels: Int32Array;
  readonly classes: readonly string[];
}

/**
 * Labels from an array of whole numbers or of classes' names; shape [samples] or [samples, 1].
 *
 * @param classes - the classes' names; defaults to the names in alphabetical order, or to "0", "1", …
 * @param name - of the array, for messages
 * @throws UsageError that names the first row at fault
 */
export function labelsFromNpy(
  { data, shape }: NpyArray,
  name: string,
  classes: readonly string[] | undefined,
): NamedLabels {
  if (shape.slice(1).some((side) => side !== 1))
    throw new UsageError({
      got: `${name} has the shape [${shape.join(", ")}].`,
      expected: "one label per sample: [samples].",
      fix: "in Python, undo one-hot labels: labels.argmax(axis=1).",
    });
  if (Array.isArray(data)) return fromNames(data, name, classes);
  for (let row = 0; row < data.length; row++) {
    const label = data[row]!;
    if (Number.isInteger(label) && label >= 0 && label < 2 ** 31) continue;
    throw new UsageError({
      got: `${name} has the label ${label} in row ${row}.`,
      expected: "whole numbers from 0 on: the index of a class.",
      fix: "numbers to predict, rather than classes, go to regressionFromArrays.",
    });
  }
  const labels = Int32Array.from(data);
  const most = labels.reduce((greatest, label) => Math.max(greatest, label), -1);
  return { labels, classes: classes ?? Array.from({ length: most + 1 }, (_, label) => String(label)) };
}

function fromNames(
  names: readonly string[],
  name: string,
  known: readonly string[] | undefined,
): NamedLabels {
  const classes = known ?? [...new Set(names)].sort();
  const indices = new Map(classes.map((className, index) => [className, index]));
  const labels = Int32Array.from(names, (className, row) => {
    const index = indices.get(className);
    if (index !== undefined) return index;
    throw new UsageError({
      got: `${name} has the label "${className}" in row ${row}.`,
      expected: `one of ${classes.join(", ")}.`,
      fix: "add it to classes, or drop the row.",
    });
  });
  return { labels, classes };
}
