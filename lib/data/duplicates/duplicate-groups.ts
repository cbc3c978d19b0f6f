import type { Dataset, RegressionDataset } from "../../core/index.js";
import { type FindDuplicatesOptions, findDuplicates } from "./find-duplicates.js";

/**
 * A number for each sample, the same for copies of one: {@link splitByGroup} then keeps them in one split.
 *
 * @example
 * const twice = subset(makeMoons(3), [0, 1, 2, 1]);
 * duplicateGroups(twice); // Int32Array [0, 1, 2, 1]
 */
export function duplicateGroups(
  dataset: Dataset | RegressionDataset,
  options: FindDuplicatesOptions = {},
): Int32Array {
  const groups = Int32Array.from({ length: dataset.size }, (_, row) => row);
  for (const { samples } of findDuplicates({ all: dataset }, options))
    for (const { row } of samples) groups[row] = samples[0]!.row;
  return groups;
}
