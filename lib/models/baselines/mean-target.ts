import { type Interval, meanInterval, type RegressionDataset, UsageError } from "../../core/index.js";

/** What {@link meanTarget} found. */
export interface MeanTarget {
  readonly name: "mean target";
  /** The targets' means over the training set, in their own units; the answer to everything. */
  readonly means: readonly number[];
  /** Of each target on the test set, in its own units, with a 95 % interval. */
  readonly rootMeanSquaredErrors: readonly Interval[];
  /** The answers, row-major, shape [samples, targets]: score them like a network's. */
  readonly predictions: Float32Array;
  readonly samples: number;
}

/** What {@link meanTarget} looks at. */
export type Targets = Pick<RegressionDataset, "targets" | "targetNames">;

/**
 * The regression's baseline without learning: always answer the mean. Its share of explained variance is 0.
 *
 * `means` is also the bias that the last layer should start with: `mlp({ …, outputBias: [...meanTarget(train).means] })`.
 *
 * @param train - where the means are taken
 * @param test - where the error is measured, two samples or more; defaults to `train`
 * @throws UsageError when a set has too few samples, or the targets differ
 * @see scikit-learn, `sklearn.dummy.DummyRegressor(strategy="mean")`
 * @example
 * const { means, rootMeanSquaredErrors } = meanTarget({ targets: Float32Array.of(1, 3), targetNames: ["price"] });
 * [means[0], rootMeanSquaredErrors[0].estimate]; // [2, 1]
 */
export function meanTarget(train: Targets, test: Targets = train): MeanTarget {
  assertTargets(train, test);
  const columns = train.targetNames.length;
  const samples = test.targets.length / columns;
  const means = train.targetNames.map((_, column) => {
    let sum = 0;
    for (let i = column; i < train.targets.length; i += columns) sum += train.targets[i]!;
    return sum / (train.targets.length / columns);
  });
  const rootMeanSquaredErrors = means.map((mean, column) =>
    rootInterval(
      Array.from({ length: samples }, (_, row) => (test.targets[row * columns + column]! - mean) ** 2),
    ),
  );
  const predictions = Float32Array.from(test.targets, (_, i) => means[i % columns]!);
  return { name: "mean target", means, rootMeanSquaredErrors, predictions, samples };
}

function rootInterval(squares: readonly number[]): Interval {
  const { estimate, low, high } = meanInterval(squares);
  return { estimate: Math.sqrt(estimate), low: Math.sqrt(Math.max(0, low)), high: Math.sqrt(high) };
}

function assertTargets(train: Targets, test: Targets): void {
  const samples = Math.min(train.targets.length, test.targets.length / 2) / train.targetNames.length;
  if (!(samples >= 1))
    throw new UsageError({
      got: `meanTarget got ${train.targets.length} and ${test.targets.length} numbers for ${train.targetNames.length} targets.`,
      expected: "one training sample or more, and two test samples: one error says nothing of its spread.",
      fix: "check how the data were loaded and split: dataset.size should not be 0.",
    });
  if (train.targetNames.join("\n") !== test.targetNames.join("\n"))
    throw new UsageError({
      got: `meanTarget got sets of different targets: ${train.targetNames.join(", ")} and ${test.targetNames.join(", ")}.`,
      expected: "the same targets in the same order.",
      fix: "load both sets with the same list of targets.",
    });
  for (const { targets } of [train, test]) {
    const wrong = targets.findIndex((value) => !Number.isFinite(value));
    if (wrong !== -1)
      throw new UsageError({
        got: `meanTarget got the target ${targets[wrong]} at sample ${Math.floor(wrong / train.targetNames.length)}.`,
        expected: "finite numbers.",
        fix: "drop the sample: a missing answer cannot be learned from.",
      });
  }
}
