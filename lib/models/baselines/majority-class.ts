import { type Dataset, UsageError } from "../../core/index.js";

/** What {@link majorityClass} found. */
export interface MajorityClass {
  /** The commonest label. */
  readonly label: number;
  readonly className: string;
  /** Share of wrong answers when every sample is called this class, 0…1. */
  readonly error: number;
  /** The same as counts, from which intervals follow. */
  readonly errors: number;
  readonly samples: number;
}

/**
 * The baseline without learning: always answer the commonest class. A network that is no better has learnt nothing.
 *
 * @param train - where the commonest class is counted
 * @param test - where its error is counted; defaults to `train`
 * @throws UsageError when a set is empty
 * @see scikit-learn, `sklearn.dummy.DummyClassifier(strategy="most_frequent")`
 * @example
 * majorityClass({ labels: Int32Array.of(1, 0, 1, 1), classes: ["no", "yes"] }).error; // 0.25
 */
export function majorityClass(
  train: Pick<Dataset, "labels" | "classes">,
  test: Pick<Dataset, "labels"> = train,
): MajorityClass {
  if (train.labels.length === 0 || test.labels.length === 0)
    throw new UsageError({
      got: "majorityClass got a data set without samples.",
      expected: "one sample or more.",
      fix: "check how the data were loaded and split: dataset.size should not be 0.",
    });
  const counts = train.classes.map(() => 0);
  for (const label of train.labels) counts[label]!++;
  const label = counts.indexOf(Math.max(...counts));
  const samples = test.labels.length;
  const errors = test.labels.reduce((wrong, other) => wrong + Number(other !== label), 0);
  return { label, className: train.classes[label]!, error: errors / samples, errors, samples };
}
