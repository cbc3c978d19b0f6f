import {
  checkOptions,
  type Dataset,
  permutation,
  type RegressionDataset,
  randomSource,
} from "../../core/index.js";
import { checkSeed } from "../check-values.js";
import { countsOf, type SplitSizes } from "./counts-of.js";
import { hasTargets, type SameKind } from "./same-kind.js";
import { subset } from "./subset.js";

/** Options for {@link splitDataset}. */
export interface SplitDatasetOptions<Name extends string> extends SplitSizes<Name> {
  /** Seed of the shuffle; defaults to 0. */
  seed?: number;
  /**
   * Whether each split has the classes in the data set's proportions, to within a sample; defaults to true. Where the
   * answers are numbers there are no classes, and nothing is stratified.
   */
  stratify?: boolean;
}

/**
 * Shuffles a data set and cuts it into named parts that share no sample; the parts are views, which copy no pixels.
 *
 * Split first and augment then: copies of one image in two parts let the model recognize what it is tested on.
 *
 * @throws UsageError when the parts are more than there is, or one would be empty
 * @example
 * const { train, validation } = splitDataset(makeScenes(100), { fractions: { train: 0.8, validation: 0.2 } });
 * [train.size, validation.size]; // [80, 20]
 */
export function splitDataset<Name extends string, D extends Dataset | RegressionDataset>(
  dataset: D,
  options: SplitDatasetOptions<Name>,
): Record<Name, SameKind<D>> {
  checkOptions("splitDataset", options, ["fractions", "counts", "seed", "stratify"]);
  const { seed = 0, stratify = true } = options;
  checkSeed(seed);
  const counts = countsOf("splitDataset", dataset.size, options);
  const shuffled = permutation(dataset.size, randomSource(seed, "split"));
  const order = stratify && !hasTargets(dataset) ? interleaveClasses(shuffled, dataset.labels) : shuffled;
  let start = 0;
  const parts = counts.map(([name, count]) => {
    const rows = order.subarray(start, start + count);
    start += count;
    // Interleaving has put the classes in turn: a split's own rows are shuffled again.
    const turns = permutation(count, randomSource(seed, "split", name));
    return [
      name,
      subset(
        dataset,
        Uint32Array.from(turns, (turn) => rows[turn]!),
      ),
    ] as const;
  });
  return Object.fromEntries(parts) as Record<Name, SameKind<D>>;
}

/** Puts the rows in an order of which every stretch holds the classes in about the same proportions. */
function interleaveClasses(rows: Uint32Array, labels: Int32Array): Uint32Array {
  const sizes = new Map<number, number>();
  for (const row of rows) sizes.set(labels[row]!, (sizes.get(labels[row]!) ?? 0) + 1);
  const seen = new Map<number, number>();
  const places = Array.from(rows, (row) => {
    const label = labels[row]!;
    const rank = seen.get(label) ?? 0;
    seen.set(label, rank + 1);
    return { row, place: (rank + 0.5) / sizes.get(label)! };
  });
  return Uint32Array.from(
    places.sort((a, b) => a.place - b.place),
    ({ row }) => row,
  );
}
