import { checkOptions, type Dataset, UsageError } from "../../core/index.js";
import { effectiveNumber } from "./effective-number.js";

/** Options for {@link effectiveNumberWeights}. */
export interface EffectiveNumberWeightsOptions {
  /** β, how much samples repeat each other: 0 weighs all classes alike, near 1 by their counts; defaults to 0.999. */
  beta?: number;
}

/** Labels with the names of their classes. */
export type Labelled = Pick<Dataset, "labels" | "classes">;

/**
 * Weights by which each class has the same share in the loss: samples / (classes × samples of the class).
 *
 * @returns one per class; over all samples their mean is 1. A class without samples gets 0
 * @throws UsageError when there are no samples
 * @see scikit-learn, `compute_class_weight("balanced")`
 * @example
 * balancedWeights({ labels: Int32Array.of(0, 0, 0, 1), classes: ["no", "yes"] }); // [0.6666666666666666, 2]
 */
export function balancedWeights(dataset: Labelled): number[] {
  const counts = countsOf("balancedWeights", dataset);
  return counts.map((count) => (count === 0 ? 0 : dataset.labels.length / (counts.length * count)));
}

/**
 * Weights by the effective number of samples: a class counts for more the fewer samples it has, but less so than
 * by plain counts.
 *
 * @returns one per class, in sum the number of classes. A class without samples gets 0
 * @throws UsageError when there are no samples, or β is not from 0 to below 1
 * @see Y. Cui et al., "Class-Balanced Loss Based on Effective Number of Samples" (2019), section 4
 * @example
 * effectiveNumberWeights({ labels: Int32Array.of(0, 0, 0, 1), classes: ["no", "yes"] }, { beta: 0 }); // [1, 1]
 */
export function effectiveNumberWeights(
  dataset: Labelled,
  options: EffectiveNumberWeightsOptions = {},
): number[] {
  checkOptions("effectiveNumberWeights", options, ["beta"]);
  const { beta = 0.999 } = options;
  const counts = countsOf("effectiveNumberWeights", dataset);
  const raw = counts.map((count) => (count === 0 ? 0 : 1 / effectiveNumber(count, beta)));
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return raw.map((weight) => (weight * counts.length) / sum);
}

function countsOf(functionName: string, { labels, classes }: Labelled): number[] {
  if (labels.length === 0)
    throw new UsageError({
      got: `${functionName} got a data set without samples.`,
      expected: "one sample or more.",
      fix: "check how the data were loaded and split: dataset.size should not be 0.",
    });
  const counts = classes.map(() => 0);
  for (const label of labels) counts[label]!++;
  return counts;
}
