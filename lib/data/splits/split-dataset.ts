import { checkOptions, type Dataset, permutation, randomSource, UsageError } from "../../core/index.js";
import { checkSeed } from "../check-values.js";
import { subset } from "./subset.js";

/** Options for {@link splitDataset}. */
export interface SplitDatasetOptions<Name extends string> {
  /** Share of the samples in each split; together at most 1, the rest is left out. Either these or `counts`. */
  fractions?: Readonly<Record<Name, number>>;
  /** Samples in each split; together at most the size of the data set. */
  counts?: Readonly<Record<Name, number>>;
  /** Seed of the shuffle; defaults to 0. */
  seed?: number;
  /** Whether each split has the classes in the data set's proportions, to within a sample; defaults to true. */
  stratify?: boolean;
}

/**
 * Shuffles a data set and cuts it into named parts that share no sample; the parts are views, which copy no pixels.
 *
 * @throws UsageError when the parts are more than there is, or one would be empty
 * @example
 * const { train, validation } = splitDataset(makeScenes(100), { fractions: { train: 0.8, validation: 0.2 } });
 * [train.size, validation.size]; // [80, 20]
 */
export function splitDataset<Name extends string>(
  dataset: Dataset,
  options: SplitDatasetOptions<Name>,
): Record<Name, Dataset> {
  checkOptions("splitDataset", options, ["fractions", "counts", "seed", "stratify"]);
  const { seed = 0, stratify = true } = options;
  checkSeed(seed);
  const counts = countsOf(dataset.size, options);
  const shuffled = permutation(dataset.size, randomSource(seed, "split"));
  const order = stratify ? interleaveClasses(shuffled, dataset.labels) : shuffled;
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
  return Object.fromEntries(parts) as Record<Name, Dataset>;
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

function countsOf<Name extends string>(
  size: number,
  { fractions, counts }: SplitDatasetOptions<Name>,
): [Name, number][] {
  const wanted = Object.entries<number>(counts ?? fractions ?? {}) as [Name, number][];
  if ((fractions === undefined) === (counts === undefined) || wanted.length === 0)
    throw new UsageError({
      got: "splitDataset got neither or both of fractions and counts, or no names in them.",
      expected: "one of the two, with a name for each split.",
      fix: "pass { fractions: { train: 0.8, validation: 0.2 } }.",
    });
  const least = counts === undefined ? Number.MIN_VALUE : 1;
  const wrong = wanted.find(
    ([, part]) => !(part >= least && part <= size) || (counts !== undefined && !Number.isInteger(part)),
  );
  const sum = wanted.reduce((total, [, part]) => total + part, 0);
  const most = counts === undefined ? 1 : size;
  if (wrong !== undefined || sum > most * (1 + 1e-9))
    throw new UsageError({
      got:
        wrong !== undefined
          ? `split "${wrong[0]}" is to have ${String(wrong[1])}.`
          : `the splits add up to ${sum}.`,
      expected:
        counts === undefined
          ? "shares above 0, together at most 1."
          : `counts of 1 or more, together at most ${size}.`,
      fix: "make the parts smaller, or the data set larger.",
    });
  // Cutting at rounded running sums wastes no sample to rounding.
  let running = 0;
  let start = 0;
  const cut = wanted.map(([name, part]): [Name, number] => {
    running += part;
    const end = Math.min(size, Math.round(counts === undefined ? running * size : running));
    const count = end - start;
    start = end;
    return [name, count];
  });
  const empty = cut.find(([, count]) => count === 0);
  if (empty === undefined) return cut;
  throw new UsageError({
    got: `split "${empty[0]}" would be empty: the data set has ${size} samples.`,
    expected: "at least one sample in each split.",
    fix: "raise its fraction, or use a larger data set.",
  });
}
