import * as tf from "@tensorflow/tfjs";
import {
  checkOptions,
  type Dataset,
  type History,
  permutation,
  randomSource,
  type SplitScores,
} from "../core/index.js";
import { assertFits } from "./assert-fits.js";
import { assertNumber } from "./assert-number.js";
import { nextTurn } from "./next-turn.js";
import { probabilitiesOf } from "./probabilities.js";
import { scores } from "./scores.js";
import { toInput } from "./to-input.js";
import { trainStep } from "./train-step.js";

/** Options for {@link fit}. */
export interface FitOptions {
  /** Passes over the training set; defaults to 10. */
  epochs?: number;
  /** Samples per update; defaults to 32. The last batch of an epoch may be smaller. */
  batchSize?: number;
  /** Of Adam; defaults to 3e-4, which is seldom far off. */
  learningRate?: number;
  /** Seed of the samples' order; defaults to 0. The same seed gives the same weights on the same backend. */
  seed?: number;
  /** Validation from the training distribution, scored after each epoch. */
  trainVal?: Dataset;
  /** Validation from the test distribution, scored after each epoch. */
  testVal?: Dataset;
  /** Training samples scored in evaluation mode after each epoch, one fixed random subset; defaults to all of them. */
  trainErrorSamples?: number;
  /** Ends the training within one step; what was recorded so far is returned. */
  signal?: AbortSignal;
  /** Called after each epoch with the history so far; if it returns a promise, training waits for it. */
  onEpoch?: (history: History) => void | Promise<void>;
}

const optionNames = [
  "epochs",
  "batchSize",
  "learningRate",
  "seed",
  "trainVal",
  "testVal",
  "trainErrorSamples",
  "signal",
  "onEpoch",
] as const satisfies (keyof FitOptions)[];

/**
 * Trains a classifier with the default recipe: Adam, cross-entropy, no regularization, samples in a new order each epoch.
 *
 * The training error is measured after the epoch in evaluation mode, as the validation errors are, so that the
 * differences between them mean something. Nothing is printed; `onEpoch` is for that.
 *
 * @param model - from [batch, …sample] to probabilities, shape [batch, classes]; its weights are changed in place
 * @param train - the training set
 * @throws UsageError before training, where model, data or options do not fit together
 * @see J. Tobin, "Troubleshooting Deep Neural Networks", Full Stack Deep Learning (2021), on starting simple;
 *   D. Kingma and J. Ba, "Adam" (2015)
 */
export async function fit(model: tf.LayersModel, train: Dataset, options: FitOptions = {}): Promise<History> {
  checkOptions("fit", options, optionNames);
  const {
    epochs = 10,
    batchSize = 32,
    learningRate = 3e-4,
    seed = 0,
    trainErrorSamples = train.size,
  } = options;
  assertNumber("fit", { epochs }, { whole: true, above: 0 });
  assertNumber("fit", { batchSize }, { whole: true, above: 0 });
  assertNumber("fit", { learningRate }, { above: 0 });
  await assertFits("fit", model, train, "the training set");
  assertNumber("fit", { trainErrorSamples }, { whole: true, above: 0 });
  if (options.trainVal) await assertFits("fit", model, options.trainVal, "trainVal");
  if (options.testVal) await assertFits("fit", model, options.testVal, "testVal");

  const { signal } = options;
  const scored = permutation(train.size, randomSource(seed, "train error"))
    .subarray(0, trainErrorSamples)
    .sort();
  const score = async (dataset: Dataset, indices?: Uint32Array): Promise<SplitScores> => {
    const labels =
      indices === undefined ? dataset.labels : Int32Array.from(indices, (i) => dataset.labels[i]!);
    return scores(await probabilitiesOf(model, dataset, { signal, ...(indices && { indices }) }), labels);
  };

  const finished: History["epochs"][number][] = [];
  let steps = 0;
  const history = (stopped: History["stopped"]): History => ({
    epochs: [...finished],
    steps,
    seed,
    backend: tf.getBackend(),
    stopped,
  });

  const optimizer = tf.train.adam(learningRate);
  const step = trainStep(model, optimizer);
  try {
    for (let epoch = 1; epoch <= epochs; epoch++) {
      const began = performance.now();
      const order = permutation(train.size, randomSource(seed, "order", epoch));
      let lossSum = 0;
      for (let start = 0; start < order.length; start += batchSize) {
        await nextTurn();
        if (signal?.aborted) return history("aborted");
        const batch = order.subarray(start, start + batchSize);
        lossSum += batch.length * (await stepOn(train, batch, step));
        steps++;
      }
      const trainingSeconds = (performance.now() - began) / 1000;
      const { trainVal, testVal } = options;
      finished.push({
        epoch,
        runningLoss: lossSum / train.size,
        train: await score(train, scored),
        ...(trainVal && { trainVal: await score(trainVal) }),
        ...(testVal && { testVal: await score(testVal) }),
        seconds: (performance.now() - began) / 1000,
        samplesPerSecond: train.size / trainingSeconds,
      });
      await options.onEpoch?.(history("finished"));
    }
    return history("finished");
  } catch (error) {
    if (signal?.aborted && error === signal.reason) return history("aborted");
    throw error;
  } finally {
    optimizer.dispose();
  }
}

/** One update on the samples at `indices`; returns their mean loss. */
async function stepOn(
  train: Dataset,
  indices: Uint32Array,
  step: ReturnType<typeof trainStep>,
): Promise<number> {
  const x = toInput(train.batch(indices));
  const y = tf.tensor1d(
    Int32Array.from(indices, (i) => train.labels[i]!),
    "int32",
  );
  try {
    const loss = step(x, y);
    const value = (await loss.data())[0]!;
    loss.dispose();
    return value;
  } finally {
    tf.dispose([x, y]);
  }
}
