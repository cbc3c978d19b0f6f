import {
  checkOptions,
  type Dataset,
  formatPercent,
  type RegressionDataset,
  UsageError,
} from "../../core/index.js";
import { assertAnswers } from "../baselines/assert-comparable.js";
import { majorityClass } from "../baselines/majority-class.js";
import { meanTarget } from "../baselines/mean-target.js";
import { logClassShares } from "../initialization/log-class-shares.js";
import { chooseNetwork } from "./choose-network.js";
import { normalizerOf } from "./normalizer.js";
import type { Recipe, SimpleRegressionStart, SimpleStart } from "./simple-start.js";

/** Options for {@link startSimple}. */
export interface StartSimpleOptions {
  /** Seed of the weights; defaults to 0. */
  seed?: number;
}

/** A class this many times as common as another makes the plain error flatter whoever ignores the rare one. */
const IMBALANCED = 3;

/** Targets of other sizes keep Adam busy with the last layer for most of the training. */
const [SMALLEST_TARGET, LARGEST_TARGET] = [0.1, 10];

/**
 * The first model to try on a data set, with the plainest recipe, and the reason for each choice.
 *
 * The samples' shape decides: [features] an MLP, [steps, features] an LSTM, [height, width, channels] LeNet; classes end
 * in a softmax with the cross-entropy, targets in a linear layer with the mean squared error. Adam at 3e-4, ReLU (tanh in
 * the LSTM), no regularization, the last bias from the class ratio or the mean target.
 *
 * @param train - the training set; its labels and up to 1,000 of its samples are looked at
 * @throws UsageError for a set without samples, a shape that is none of these, fewer than two classes, or NaN
 * @see J. Tobin, "Troubleshooting Deep Neural Networks", Full Stack Deep Learning (2021), on starting simple; A. Karpathy,
 *   "A Recipe for Training Neural Networks" (2019)
 * @example
 * const x = Uint8Array.from({ length: 4 * 256 }, (_, i) => i % 256);
 * const set = { size: 4, shape: [16, 16, 1], labels: Int32Array.of(0, 0, 0, 1), classes: ["no", "yes"], ids: [], tags: {} };
 * const { model, recipe, metric } = startSimple({ ...set, batch: () => ({ x, shape: [4, 16, 16, 1] }) });
 * [model.name, recipe.learningRate, metric]; // ["LeNet", 0.0003, "balancedAccuracy"]
 */
export function startSimple(train: Dataset, options?: StartSimpleOptions): SimpleStart;
export function startSimple(train: RegressionDataset, options?: StartSimpleOptions): SimpleRegressionStart;
export function startSimple(
  train: Dataset | RegressionDataset,
  options: StartSimpleOptions = {},
): SimpleStart | SimpleRegressionStart {
  checkOptions("startSimple", options, ["seed"]);
  if (train.size === 0)
    throw new UsageError({
      got: "startSimple got a data set without samples.",
      expected: "one sample or more.",
      fix: "check how the data were loaded and split: dataset.size should not be 0.",
    });
  return "targets" in train ? forTargets(train, options) : forClasses(train, options);
}

function forClasses(train: Dataset, { seed = 0 }: StartSimpleOptions): SimpleStart {
  assertAnswers("startSimple", train);
  const { normalize, why: inputs } = normalizerOf(train);
  const classes = train.classes.length;
  const { model, why } = chooseNetwork(train.shape, { classes, outputBias: logClassShares(train), seed });
  const { metric, why: watched } = metricFor(train);
  const { className, error } = majorityClass(train);
  return {
    model,
    recipe: recipeFor(train, "crossEntropy"),
    metric,
    normalize,
    why: [
      why,
      `${classes} classes: a softmax over them, trained with the cross-entropy.`,
      watched,
      ...recipeReasons,
      inputs,
      "The last bias starts at the logarithms of the classes' shares, so the untrained network already answers with them.",
      `Without learning, always "${className}" errs on ${formatPercent(error)} % of these samples: beat that first.`,
    ],
  };
}

function forTargets(train: RegressionDataset, { seed = 0 }: StartSimpleOptions): SimpleRegressionStart {
  const { means, rootMeanSquaredErrors } = meanTarget(train);
  const { normalize, why: inputs } = normalizerOf(train);
  const targets = train.targetNames.length;
  const { model, why } = chooseNetwork(train.shape, { targets, outputBias: means, seed });
  const deviations = rootMeanSquaredErrors.map(({ estimate }) => estimate);
  const misfit = deviations.findIndex(
    (size) => size > 0 && (size < SMALLEST_TARGET || size > LARGEST_TARGET),
  );
  return {
    model,
    recipe: recipeFor(train, "meanSquaredError"),
    metric: "rmse",
    normalize,
    why: [
      why,
      `${targets === 1 ? "A number" : `${targets} numbers`} to predict: a linear last layer, trained with the mean squared error and watched by its root, in the target's own units.`,
      ...recipeReasons,
      inputs,
      "The last bias starts at the mean target, so the untrained network already answers with it.",
      ...(misfit === -1
        ? []
        : [
            `"${train.targetNames[misfit]}" deviates by ${short(deviations[misfit]!)} from its mean: divide the targets by that before training, or the network spends its time on their scale.`,
          ]),
      `Without learning, always the mean is off by ${deviations.map(short).join(", ")} (root mean square): beat that first.`,
    ],
  };
}

const recipeReasons = [
  "Adam at 3e-4 in batches of 32: seldom the best and seldom far off.",
  "No dropout, weight decay or augmentation: first the network must be able to overfit.",
];

function recipeFor<Loss extends string>({ size }: { size: number }, loss: Loss): Recipe<Loss> {
  return { optimizer: "adam", learningRate: 3e-4, batchSize: Math.min(32, size), loss };
}

function metricFor({ labels, classes }: Dataset): Pick<SimpleStart, "metric"> & { why: string } {
  const counts = classes.map(() => 0);
  for (const label of labels) counts[label]!++;
  const [fewest, most] = [Math.min(...counts), Math.max(...counts)];
  if (most < IMBALANCED * fewest)
    return { metric: "error", why: "The classes are about as common as each other: watch the error." };
  const rare = classes[counts.indexOf(fewest)];
  return {
    metric: "balancedAccuracy",
    why: `"${rare}" has ${fewest} samples and "${classes[counts.indexOf(most)]}" ${most}: watch the balanced accuracy, for a low error may mean that "${rare}" is never found.`,
  };
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
