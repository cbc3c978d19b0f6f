import { checkOptions, type RegressionDataset, UsageError } from "../../core/index.js";
import { type ArraysOfSamples, checkLength, samplesFromArrays } from "./samples-from-arrays.js";

/** What {@link regressionFromArrays} takes. */
export interface ArraysOfRegression extends ArraysOfSamples {
  /** The numbers to predict, row after row; shape [samples, targetNames.length]. */
  targets: ArrayLike<number>;
  /** Their names; defaults to ["target"]. */
  targetNames?: readonly string[];
}

/**
 * A data set of your own arrays whose answers are numbers, checked once.
 *
 * @throws UsageError that names the first row at fault
 * @example
 * const x = Float32Array.of(1, 2, 3);
 * const line = regressionFromArrays({ x, shape: [1], targets: [2, 4, 6], targetNames: ["price"] });
 * line.targets; // Float32Array [2, 4, 6]
 */
export function regressionFromArrays(arrays: ArraysOfRegression): RegressionDataset {
  checkOptions("regressionFromArrays", arrays, [
    ...["x", "shape", "targets", "targetNames"],
    ...["ids", "tags", "lengths"],
  ]);
  checkPresent(arrays);
  const { targets, targetNames = ["target"] } = arrays;
  const size = targets.length / targetNames.length;
  checkLength("targets", targets.length, Math.ceil(size) * targetNames.length, "a whole number of rows");
  const samples = samplesFromArrays(arrays, size);
  checkTargets(targets, targetNames);
  return { ...samples, targetNames, targets: Float32Array.from(targets) };
}

/** For plain JavaScript; the type checker says the same at compile time. */
function checkPresent({ x, shape, targets, targetNames }: ArraysOfRegression): void {
  const isBytesOrFloats = x instanceof Uint8Array || x instanceof Float32Array;
  if (isBytesOrFloats && shape !== undefined && targets !== undefined && targetNames?.length !== 0) return;
  throw new UsageError({
    got: "regressionFromArrays got no x as a typed array, no shape, no targets, or no name of a target.",
    expected: "x, shape and targets; x as one Float32Array or Uint8Array of all samples, row after row.",
    fix: "pass { x: Float32Array.from(rows.flat()), shape: [features], targets }.",
  });
}

function checkTargets(targets: ArrayLike<number>, names: readonly string[]): void {
  for (let i = 0; i < targets.length; i++) {
    if (Number.isFinite(targets[i])) continue;
    throw new UsageError({
      got: `targets has ${String(targets[i])} in row ${Math.floor(i / names.length)}, target "${names[i % names.length]}".`,
      expected: "finite numbers.",
      fix: "drop the row: a missing answer cannot be learned from.",
    });
  }
}
