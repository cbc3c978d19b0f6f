import { type Dataset, UsageError } from "../../core/index.js";

/** A class that no sample has is taken to have half of one: log 0 would be infinite. */
const fewest = 0.5;

/**
 * The logarithm of each class's share: the last layer's bias with which an untrained classifier answers with the shares.
 *
 * Its loss then begins at the labels' entropy. With a bias of zeros, the first epochs of a network on imbalanced
 * classes go into learning that bias.
 *
 * @returns one number per class, in nats; pass it as `outputBias`
 * @throws UsageError for a data set without samples
 * @see A. Karpathy, "A Recipe for Training Neural Networks" (2019), "init well"
 * @example
 * logClassShares({ labels: Int32Array.of(0, 0, 0, 1), classes: ["no", "yes"] }).map(Math.exp); // [0.75, 0.25]
 */
export function logClassShares({ labels, classes }: Pick<Dataset, "labels" | "classes">): number[] {
  if (labels.length === 0)
    throw new UsageError({
      got: "logClassShares got a data set without samples.",
      expected: "one sample or more.",
      fix: "check how the data were loaded and split: dataset.size should not be 0.",
    });
  const counts = classes.map(() => 0);
  for (const label of labels) counts[label]!++;
  return counts.map((count) => Math.log(Math.max(count, fewest) / labels.length));
}
