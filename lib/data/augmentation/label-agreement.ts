import {
  checkOptions,
  type Dataset,
  type Interval,
  pairedInterval,
  permutation,
  randomSource,
  UsageError,
} from "../../core/index.js";
import { checkCount, checkRate, checkSeed } from "../check-values.js";
import { subset } from "../splits/subset.js";
import { augmentDataset } from "./augment-dataset.js";
import type { ImageAugmentation } from "./augmentation.js";
import { checkOps } from "./check-ops.js";

/** Options for {@link labelAgreement}. */
export interface LabelAgreementOptions {
  /** Says which class each image shows, as its place in `classes`: a model, or a rule of your own. */
  judge: (images: Dataset) => ArrayLike<number> | Promise<ArrayLike<number>>;
  /** Images that are judged, picked at random; defaults to 500, or to all where there are fewer. */
  samples?: number;
  /** Error that an op may add and still count as keeping labels, 0 … 1; defaults to 0.02. */
  tolerance?: number;
  /** Of the interval; defaults to 0.95. */
  confidence?: number;
  /** Picks the images, and what happens to each; defaults to 0. */
  seed?: number;
}

/** Whether the images that an op has changed still show what their labels say. */
export interface LabelAgreement {
  readonly op: string;
  readonly samples: number;
  /** The judge's error on the images as they were, and on the same images changed. */
  readonly errorBefore: number;
  readonly errorAfter: number;
  /** The error that the op has added, with its interval over pairs. */
  readonly added: Interval;
  /** Samples that the judge got right before and not after, by their index in the data set: look at these. */
  readonly lost: readonly number[];
  /** "unclear" where the interval reaches over the tolerance, and where the judge knows no more than the largest class. */
  readonly verdict: "kept" | "broken" | "unclear";
}

/**
 * Checks that ops keep labels true: a judge sees the same images before and after each op.
 *
 * A flipped 2 is no 2, and a street in the mirror is a street: which it is depends on the data. "broken" means that
 * either the label is no longer true, or the judge has never seen such images; the `lost` ones show which.
 *
 * @param dataset - images that the judge was not trained on
 * @returns one row for each op
 * @throws UsageError when an op mixes labels, there are no images, or the judge answers for too few
 * @example
 * const arrows = { x: Uint8Array.of(9, 0, 0, 9), shape: [1, 2, 1], labels: [0, 1], classes: ["left", "right"] };
 * const judge = (images) => [0, 1].map((i) => (images.batch([i]).x[0] === 9 ? 0 : 1));
 * const ops = [augmentations.flipHorizontal({ probability: 1 })];
 * (await labelAgreement(datasetFromArrays(arrows), ops, { judge }))[0].errorAfter; // 1
 */
export async function labelAgreement(
  dataset: Dataset,
  ops: readonly ImageAugmentation[],
  options: LabelAgreementOptions,
): Promise<LabelAgreement[]> {
  checkOptions("labelAgreement", options, ["judge", "samples", "tolerance", "confidence", "seed"]);
  checkOps("labelAgreement", ops, "kept");
  const { judge, seed = 0, tolerance = 0.02, confidence = 0.95 } = options;
  const { samples = Math.min(500, dataset.size) } = options;
  checkSeed(seed);
  checkRate("tolerance", tolerance);
  checkCount("samples", samples, 1, dataset.size);
  const indices = permutation(dataset.size, randomSource(seed, "labelAgreement")).slice(0, samples);
  const images = subset(dataset, indices);
  const wrong = async (seen: Dataset): Promise<boolean[]> => {
    const answers = await judge(seen);
    checkAnswers(answers, samples);
    return Array.from(images.labels, (label, i) => answers[i] !== label);
  };
  const before = await wrong(images);
  const knowsNothing = rate(before) >= 1 - largestShare(images);
  const rows: LabelAgreement[] = [];
  for (const op of ops) {
    const after = await wrong(augmentDataset(images, [op], { seed }));
    const added = pairedInterval(countPairs(before, after), { confidence });
    const isUnclear = knowsNothing || (added.low <= tolerance && added.high > tolerance);
    rows.push({
      ...{ op: op.name, samples, added, errorBefore: rate(before), errorAfter: rate(after) },
      lost: Array.from(indices).filter((_, i) => !before[i] && after[i]),
      verdict: isUnclear ? "unclear" : added.high <= tolerance ? "kept" : "broken",
    });
  }
  return rows;
}

const count = (flags: readonly boolean[]): number => flags.filter(Boolean).length;
const rate = (flags: readonly boolean[]): number => count(flags) / flags.length;

function countPairs(before: readonly boolean[], after: readonly boolean[]) {
  return {
    bothWrong: count(before.map((was, i) => was && after[i]!)),
    firstWrong: count(before.map((was, i) => was && !after[i])),
    secondWrong: count(before.map((was, i) => !was && after[i]!)),
    bothRight: count(before.map((was, i) => !was && !after[i])),
  };
}

function largestShare({ labels, classes }: Dataset): number {
  const counts = classes.map((_, k) => labels.filter((label) => label === k).length);
  return Math.max(...counts) / labels.length;
}

function checkAnswers(answers: ArrayLike<number>, samples: number): void {
  if (answers?.length === samples) return;
  throw new UsageError({
    got: `the judge gave ${answers?.length ?? typeof answers} answers for ${samples} images.`,
    expected: "one class for each image, as its place in classes.",
    fix: "return Array.from({ length: images.size }, (_, i) => …), or await what is a promise.",
  });
}
