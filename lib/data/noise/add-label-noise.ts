import { checkOptions, type Dataset, integerBelow, randomSource } from "../../core/index.js";
import { checkRate, checkSeed } from "../check-values.js";

/** Options for {@link addLabelNoise}. */
export interface AddLabelNoiseOptions {
  /** Share of labels that become wrong, 0…1. */
  rate: number;
  /** Picks which; defaults to 0. */
  seed?: number;
}

/**
 * The same samples with symmetric label noise: each label is, with probability `rate`, one of the other classes.
 *
 * The truth is kept in the tag `trueLabel`. Sample i is hit or spared whatever the other samples are.
 *
 * @throws UsageError when the rate is no share
 * @see D. Angluin and P. Laird, "Learning From Noisy Examples" (1988), for this kind of noise
 * @example
 * const clean = datasetFromArrays({ x: Float32Array.of(0, 1), shape: [1], labels: [0, 1], classes: ["no", "yes"] });
 * addLabelNoise(clean, { rate: 1 }).labels; // Int32Array [1, 0]
 */
export function addLabelNoise(dataset: Dataset, options: AddLabelNoiseOptions): Dataset {
  checkOptions("addLabelNoise", options, ["rate", "seed"]);
  const { rate, seed = 0 } = options;
  checkRate("rate", rate);
  checkSeed(seed);
  const classes = dataset.classes.length;
  const labels = dataset.labels.map((label, i) => {
    const random = randomSource(seed, "label noise", i);
    return random() < rate ? (label + 1 + integerBelow(classes - 1, random)) % classes : label;
  });
  return { ...dataset, labels, tags: { ...dataset.tags, trueLabel: Float32Array.from(dataset.labels) } };
}
