import { checkOptions, type Dataset } from "../../core/index.js";
import { assertComparable } from "./assert-comparable.js";
import { type Baseline, type BaselineOptions, scored } from "./baseline.js";
import { featuresOf, rowsOf } from "./rows-of.js";

/** What {@link nearestClassMean} found. */
export interface NearestClassMean extends Baseline {
  /** One mean sample per class, in the data's own units; NaN for a class without samples. */
  readonly means: readonly Float64Array[];
}

/**
 * The baseline that knows one picture per class, the mean of its samples, and answers the class whose mean is nearest.
 *
 * Bytes and the same bytes scaled give the same answers. Its probabilities are a softmax of the squared distances, in
 * units of twice the mean squared distance of a training sample from its class's mean: their order is what counts.
 *
 * @param train - where the means are taken
 * @param test - where the error is counted; defaults to `train`
 * @throws UsageError when the sets do not fit together, or hold numbers that are not finite
 * @see scikit-learn, `sklearn.neighbors.NearestCentroid`
 */
export function nearestClassMean(
  train: Dataset,
  test: Dataset = train,
  options: BaselineOptions = {},
): NearestClassMean {
  checkOptions("nearestClassMean", options, ["split"]);
  const { split = test === train ? "train" : "test" } = options;
  assertComparable("nearestClassMean", train, test);
  const means = classMeans(train);
  const scale = 2 * meanSquaredDistance(train, means);
  const probabilities = new Float32Array(test.size * means.length);
  forEachRow(test, (row, sample) => {
    const scores = means.map((mean) => -squaredDistance(row, mean) / scale);
    probabilities.set(softmax(scores), sample * means.length);
  });
  return { ...scored("nearest class mean", test, probabilities, split), means };
}

type Row = Float32Array | Uint8Array;

function forEachRow(dataset: Dataset, visit: (row: Row, sample: number) => void): void {
  const features = featuresOf(dataset);
  for (const { start, rows } of rowsOf("nearestClassMean", dataset))
    for (let i = 0; i * features < rows.length; i++)
      visit(rows.subarray(i * features, (i + 1) * features), start + i);
}

function classMeans(train: Dataset): Float64Array[] {
  const sums = train.classes.map(() => new Float64Array(featuresOf(train)));
  const counts = train.classes.map(() => 0);
  forEachRow(train, (row, sample) => {
    const label = train.labels[sample]!;
    const sum = sums[label]!;
    for (let k = 0; k < row.length; k++) sum[k]! += row[k]!;
    counts[label]!++;
  });
  return sums.map((sum, label) => sum.map((total) => total / counts[label]!));
}

/** From each sample to its own class's mean; 1 where all are on it, for it is divided by. */
function meanSquaredDistance(train: Dataset, means: readonly Float64Array[]): number {
  let total = 0;
  forEachRow(train, (row, sample) => {
    total += squaredDistance(row, means[train.labels[sample]!]!);
  });
  return total / train.size || 1;
}

function squaredDistance(row: Row, mean: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < row.length; k++) sum += (row[k]! - mean[k]!) ** 2;
  return sum;
}

/** Scores that are NaN, of classes without samples, have no share. */
function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores.filter((score) => !Number.isNaN(score)));
  const weights = scores.map((score) => (Number.isNaN(score) ? 0 : Math.exp(score - highest)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
