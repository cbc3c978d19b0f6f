import * as tf from "@tensorflow/tfjs";
import { checkOptions, type Dataset, permutation, randomSource, UsageError } from "../../../core/index.js";
import { assertComparable } from "../assert-comparable.js";
import { type Baseline, type BaselineOptions, scored } from "../baseline.js";
import { featuresOf, rowsOf } from "../rows-of.js";
import { minimize } from "./minimize.js";
import { columnsOf, type LogisticProblem, regularizedLoss, scoresOf } from "./regularized-loss.js";
import { type Standardization, standardizationOf, standardize } from "./standardize.js";

/** Options for {@link logisticRegression}. */
export interface LogisticRegressionOptions extends BaselineOptions {
  /** Weighs half the sum of the squared weights beside the sum of the losses; defaults to 1, as scikit-learn's C. */
  l2?: number;
  /** Steps of L-BFGS at the most; defaults to 200. Each goes over all training samples. */
  maxIterations?: number;
  /** Training samples used, a fixed choice where there are more; defaults to 10,000. They stand in memory. */
  trainSamples?: number;
}

/** What {@link logisticRegression} found. */
export interface LogisticRegression extends Baseline {
  /** Whether the minimum was reached; otherwise it was cut off at `maxIterations`. */
  readonly converged: boolean;
  readonly iterations: number;
}

/** Where the gradient of the mean loss counts as 0; float32 knows it to about a hundredth of that. */
const TOLERANCE = 1e-5;

/**
 * The linear baseline: the class whose weighted sum of pixels is highest. A network that does not beat it has no use for
 * its hidden layers.
 *
 * Each feature is standardised by the training samples, so bytes and scaled bytes give the same answers. The minimum of
 * the penalised loss is unique and found without chance.
 *
 * @param train - what it is fitted to
 * @param test - where the error is counted; defaults to `train`
 * @throws UsageError when the sets do not fit together, an option is out of range, or a number is not finite
 * @see scikit-learn, `make_pipeline(StandardScaler(), LogisticRegression())`
 */
export async function logisticRegression(
  train: Dataset,
  test: Dataset = train,
  options: LogisticRegressionOptions = {},
): Promise<LogisticRegression> {
  checkOptions("logisticRegression", options, ["split", "l2", "maxIterations", "trainSamples"]);
  const { split = test === train ? "train" : "test" } = options;
  const { l2 = 1, maxIterations = 200, trainSamples = 10_000 } = options;
  assertSettings({ l2, maxIterations, trainSamples });
  assertComparable("logisticRegression", train, test);
  const { problem, scale } = problemOf(train, l2, trainSamples);
  try {
    const columns = columnsOf(problem);
    const start = new Float64Array((featuresOf(train) + 1) * columns);
    const { point, iterations, converged } = await minimize(
      (parameters) => regularizedLoss(problem, parameters),
      start,
      { tolerance: TOLERANCE, maxIterations },
    );
    const probabilities = await answers(test, scale, point);
    const baseline = scored("logistic regression", test, probabilities, split);
    return { ...baseline, iterations, converged };
  } finally {
    tf.dispose([problem.x, problem.y]);
  }
}

/** The training samples, or as many of them as are asked for, standardised. */
function problemOf(
  train: Dataset,
  l2: number,
  trainSamples: number,
): { problem: LogisticProblem; scale: Standardization } {
  const order = permutation(train.size, randomSource(0, "logistic regression"));
  const chosen = order.subarray(0, trainSamples).sort();
  const features = featuresOf(train);
  const rows = new Float32Array(chosen.length * features);
  for (const chunk of rowsOf("logisticRegression", train, chosen))
    rows.set(chunk.rows, chunk.start * features);
  const scale = standardizationOf(rows, features);
  standardize(rows, scale);
  const labels = Array.from(chosen, (i) => train.labels[i]!);
  const y = tf.tidy(() => tf.oneHot(tf.tensor1d(labels, "int32"), train.classes.length).toFloat());
  return { problem: { x: tf.tensor2d(rows, [chosen.length, features]), y: y as tf.Tensor2D, l2 }, scale };
}

/** Probabilities of all classes, row-major, shape [samples, classes]. */
async function answers(
  test: Dataset,
  scale: Standardization,
  parameters: Float64Array,
): Promise<Float32Array> {
  const features = featuresOf(test);
  const classes = test.classes.length;
  const probabilities = new Float32Array(test.size * classes);
  for (const { start, rows } of rowsOf("logisticRegression", test)) {
    const scaled = Float32Array.from(rows);
    standardize(scaled, scale);
    const output = tf.tidy(() =>
      tf.softmax(scoresOf(tf.tensor2d(scaled, [scaled.length / features, features]), parameters)),
    );
    try {
      probabilities.set((await output.data()) as Float32Array, start * classes);
    } finally {
      output.dispose();
    }
  }
  return probabilities;
}

function assertSettings(settings: Record<"l2" | "maxIterations" | "trainSamples", number>): void {
  for (const [name, value] of Object.entries(settings)) {
    const fits = name === "l2" ? value >= 0 && Number.isFinite(value) : Number.isInteger(value) && value > 0;
    if (fits) continue;
    throw new UsageError({
      got: `logisticRegression got ${name} = ${value}.`,
      expected: name === "l2" ? "a finite number, 0 or more." : "a whole number of 1 or more.",
      fix: `leave ${name} out, or pass { ${name}: ${name === "l2" ? 1 : 1000} }.`,
    });
  }
}
