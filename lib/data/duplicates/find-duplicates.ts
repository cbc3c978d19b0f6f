import { checkOptions, type Dataset, type RegressionDataset, UsageError } from "../../core/index.js";
import { checkRate } from "../check-values.js";
import { fingerprints } from "./fingerprints.js";
import { nearPairs, surelyFound } from "./near-pairs.js";

/** Options for {@link findDuplicates} and what is built on it. */
export interface FindDuplicatesOptions {
  /**
   * How alike two images must look to count as one, 0 … 1, as the correlation of their brightness; defaults to 0.98, which
   * other sizes, brightness and JPEG reach and other streets do not. Plain drawings, such as digits, need 0.995. 1 looks
   * for equal bytes alone.
   */
  similarity?: number;
}

/** One sample of some splits. */
export interface SampleInSplit {
  readonly split: string;
  readonly row: number;
  readonly id: string;
}

/** Samples that are one. */
export interface Duplicates {
  /** "exact": the same bytes; "similar": at least two of them only look alike. */
  readonly kind: "exact" | "similar";
  /** Two or more, in the order of the splits and their rows. */
  readonly samples: readonly SampleInSplit[];
}

type Splits = Readonly<Record<string, Dataset | RegressionDataset>>;

/**
 * Finds samples that are there more than once, in one split or across several: equal bytes by their hash, and images that
 * look alike by their perceptual hash, then by comparing small copies.
 *
 * Reads every sample once: about 2,000 images of 32 × 32 a second.
 *
 * @param splits - data sets of the same shape by name: `{ train, test }`, or `{ all: dataset }`
 * @returns groups, the largest first
 * @throws UsageError when the splits have different shapes
 * @example
 * const points = makeMoons(100);
 * findDuplicates({ train: points, test: subset(points, [7]) })[0].samples.map(({ split, row }) => `${split} ${row}`); // ["train 7", "test 0"]
 */
export function findDuplicates(splits: Splits, options: FindDuplicatesOptions = {}): Duplicates[] {
  checkOptions("findDuplicates", options, ["similarity"]);
  const { similarity = 0.98 } = options;
  checkRate("similarity", similarity);
  const parts = Object.values(splits);
  assertSameShape(splits);
  const images = similarity < 1 && parts[0]!.shape.length === 3;
  const { exact, hashes, likeness } = fingerprints(parts, images);
  const parents = exact.map((_, row) => row);
  const rootOf = (row: number): number => {
    let root = row;
    while (parents[root] !== root) root = parents[root]!;
    while (parents[row] !== root) [row, parents[row]] = [parents[row]!, root];
    return root;
  };
  const join = (a: number, b: number): void => {
    const [one, other] = [rootOf(a), rootOf(b)];
    parents[Math.max(one, other)] = Math.min(one, other);
  };
  const first = new Map<string, number>();
  for (const [row, hash] of exact.entries()) {
    const before = first.get(hash);
    if (before === undefined) first.set(hash, row);
    else join(before, row);
  }
  if (hashes !== undefined)
    nearPairs(hashes, surelyFound, (a, b) => {
      if (rootOf(a) !== rootOf(b) && likeness(a, b) >= similarity) join(a, b);
    });
  const groups = new Map<number, number[]>();
  for (const row of exact.keys()) {
    const rows = groups.get(rootOf(row));
    if (rows === undefined) groups.set(rootOf(row), [row]);
    else rows.push(row);
  }
  const place = placesOf(splits);
  return [...groups.values()]
    .filter((rows) => rows.length > 1)
    .sort((a, b) => b.length - a.length)
    .map((rows) => ({
      kind: rows.every((row) => exact[row] === exact[rows[0]!]) ? "exact" : "similar",
      samples: rows.map(place),
    }));
}

/** Which split's sample a row of all of them is. */
function placesOf(splits: Splits): (row: number) => SampleInSplit {
  const starts: { split: string; start: number; dataset: Dataset | RegressionDataset }[] = [];
  let start = 0;
  for (const [split, dataset] of Object.entries(splits)) {
    starts.push({ split, start, dataset });
    start += dataset.size;
  }
  return (row) => {
    const { split, start, dataset } = starts.findLast((part) => part.start <= row)!;
    return { split, row: row - start, id: dataset.ids[row - start]! };
  };
}

function assertSameShape(splits: Splits): void {
  const [[first, { shape }] = ["", { shape: [] }], ...others] = Object.entries(splits);
  const other = others.find(([, dataset]) => dataset.shape.join() !== shape.join());
  if (other === undefined && first !== "") return;
  throw new UsageError({
    got: other
      ? `${first} has samples of shape [${shape.join(", ")}], ${other[0]} of [${other[1].shape.join(", ")}].`
      : "no splits.",
    expected: "data sets of the same shape.",
    fix: "pass { train, test } of one data set.",
  });
}
