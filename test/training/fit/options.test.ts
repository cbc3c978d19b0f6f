import * as tf from "@tensorflow/tfjs";
import { beforeEach, expect, test, vi } from "vitest";
import type { Dataset, History } from "../../../lib/core/index.js";
import type { AugmentHook, FitOptions } from "../../../lib/training/index.js";
import * as training from "../../../lib/training/index.js";
import { blobs } from "../../support/blobs.js";
import { smallNetwork } from "../small-network.js";

const train = blobs(96);

beforeEach(async () => {
  await tf.setBackend("cpu");
});

async function trained(options: FitOptions, { model = smallNetwork(), data = train as Dataset } = {}) {
  const history = await training.fit(model, data, { epochs: 2, learningRate: 0.01, ...options });
  return { history, weights: model.getWeights().flatMap((weight) => [...weight.dataSync()]) };
}

test("accumulated gradients of 4 batches of 8 train as batches of 32 do", async () => {
  const large = await trained({ batchSize: 32 });
  const small = await trained({ batchSize: 8, gradientAccumulation: 4 });
  expect(small.weights).toBeAllClose(large.weights, { rtol: 1e-3, atol: 1e-6 });
  expect(small.history.steps).toBe(large.history.steps);
});

test("an epoch's last update is smaller when the samples do not come out even", async () => {
  const { history } = await trained({ batchSize: 10, gradientAccumulation: 3 });
  expect(history.steps).toBe(2 * 4); // 96 samples: 30 + 30 + 30 + 6
});

test("a schedule sets the rate of each update, and the history has the last of each epoch", async () => {
  const rates: number[] = [];
  const { history } = await trained({
    batchSize: 32,
    learningRate: training.cosine({ from: 0.1 }),
    onStep: ({ learningRate }) => void rates.push(learningRate),
  });
  const expected = [0, 1, 2, 3, 4, 5].map((step) => 0.05 * (1 + Math.cos((Math.PI * step) / 6)));
  expect(rates).toBeAllClose(expected, { rtol: 1e-12 });
  expect(history.epochs.map(({ learningRate }) => learningRate)).toEqual([rates[2], rates[5]]);
});

test("the training error is taken in evaluation mode, without augmentation and without dropout", async () => {
  const model = tf.sequential({ layers: [smallNetwork(), tf.layers.dropout({ rate: 0 })] });
  const augment: AugmentHook = (batch) => ({ ...batch, x: new Float32Array(batch.x.length) });
  const { history } = await trained({ augment, epochs: 1, learningRate: 1e-12 }, { model });
  expect(history.epochs[0]!.train).toMatchObject({ mode: "evaluation" });
  const plain = await trained({ epochs: 1, learningRate: 1e-12 });
  expect(history.epochs[0]!.train.loss).toBeAllClose(plain.history.epochs[0]!.train.loss, { rtol: 1e-5 });
  expect(history.epochs[0]!.runningLoss).toBeAllClose(Math.log(3), { rtol: 1e-6 }); // no pixel is left to go by
});

test("augment gets each sample of each epoch once, with a stream for its batch", async () => {
  const seen: { epoch: number; indices: number[]; draw: number }[] = [];
  const augment: AugmentHook = (batch, { indices, epoch }, random) => {
    seen.push({ epoch, indices: [...indices], draw: random() });
    return batch;
  };
  await trained({ augment, batchSize: 32 });
  for (const epoch of [1, 2]) {
    const rows = seen.filter((call) => call.epoch === epoch).flatMap(({ indices }) => indices);
    expect(rows.sort((a, b) => a - b)).toEqual(Array.from({ length: 96 }, (_, i) => i));
  }
  expect(new Set(seen.map(({ draw }) => draw)).size).toBe(6);
});

test("mixed samples are trained on the shares of their classes", async () => {
  const evenly: AugmentHook = (batch) => ({
    ...batch,
    softLabels: new Float32Array(batch.shape[0]! * 3).fill(1 / 3),
  });
  const { history } = await trained({ augment: evenly, epochs: 60, learningRate: 0.03 });
  expect(history.epochs.at(-1)!.runningLoss).toBeAllClose(Math.log(3), { rtol: 0.01 }); // nothing to be learnt
});

test("validationSplit holds out a part, in proportion, that training does not see", async () => {
  const seen = new Set<number>();
  const { history } = await trained({
    validationSplit: 0.25,
    augment: (batch) => {
      for (const value of batch.x) seen.add(value);
      return batch;
    },
  });
  expect(history.steps).toBe(2 * 3); // 72 samples
  expect(seen.size).toBeLessThanOrEqual(72 * 4);
  expect(history.epochs[0]!.trainVal!.error * 24).toBeAllClose(
    Math.round(history.epochs[0]!.trainVal!.error * 24),
  );
});

test("class weights, smoothing, focal loss and a loss of one's own each change what is learnt", async () => {
  const choices: FitOptions[] = [
    {},
    { classWeights: [1, 5, 1] },
    { classWeights: "balanced" },
    { classWeights: "effectiveNumber" },
    { labelSmoothing: 0.2 },
    { loss: "focal" },
    { loss: { name: "focal", gamma: 0.5 } },
    {
      loss: (labels, output) =>
        tf
          .oneHot(labels as tf.Tensor1D, 3)
          .sub(output)
          .square()
          .mean(),
    },
    { l2: 0.1 },
    { clipNorm: 0.01, optimizer: "sgd" },
    { clipValue: 0.001, optimizer: "sgd" },
  ];
  const losses = new Set<string>();
  for (const choice of choices) losses.add((await trained(choice)).weights.slice(0, 3).join());
  expect(losses.size).toBe(choices.length);
});

test("callbacks are awaited, and told of every update and every epoch", async () => {
  const calls: string[] = [];
  const later = (text: string) =>
    new Promise<void>((resolve) => setTimeout(resolve)).then(() => void calls.push(text));
  await trained({
    batchSize: 48,
    onStep: ({ step, steps, epoch }) => later(`${step}/${steps} in ${epoch}`),
    onEpoch: ({ epochs }) => later(`epoch ${epochs.length}`),
  });
  expect(calls).toEqual(["1/4 in 1", "2/4 in 1", "epoch 1", "3/4 in 2", "4/4 in 2", "epoch 2"]);
});

test("what a callback throws ends the training, and nothing is left behind", async () => {
  const model = smallNetwork();
  const before = tf.memory().numTensors;
  const onStep = vi.fn(() => {
    throw new Error("enough");
  });
  await expect(training.fit(model, train, { onStep, gradientAccumulation: 2, batchSize: 8 })).rejects.toThrow(
    "enough",
  );
  expect(onStep).toHaveBeenCalledTimes(1);
  expect(tf.memory().numTensors).toBe(before);
});

test("a signal between two parts of an update leaves the weights of the update before", async () => {
  const model = smallNetwork();
  const before = tf.memory().numTensors;
  const stop = new AbortController();
  let calls = 0;
  const augment: AugmentHook = (batch) => {
    if (++calls === 6) stop.abort(); // the second part of the second update
    return batch;
  };
  const options = { signal: stop.signal, augment, batchSize: 8, gradientAccumulation: 4 };
  const { history, weights } = await trained(options, { model });
  expect(history).toMatchObject({ stopped: "aborted", steps: 1, epochs: [] });
  expect(tf.memory().numTensors).toBe(before);
  const first = new AbortController();
  const one = await trained({
    ...options,
    augment: (batch) => batch,
    signal: first.signal,
    onStep: () => first.abort(),
  });
  expect(weights).toEqual(one.weights);
});

test("a signal that comes while scores are taken keeps the epochs before", async () => {
  const stop = new AbortController();
  let scored = 0;
  const watched: Dataset = {
    ...train,
    batch: (rows) => {
      if (++scored === 3) stop.abort(); // two calls check the set before training; the third scores epoch 1
      return train.batch(rows);
    },
  };
  const { history } = await trained({ trainVal: watched, signal: stop.signal, epochs: 3 });
  expect(history.stopped).toBe("aborted");
  expect(history.epochs.length).toBe(1);
});

test.each<[string, FitOptions, RegExp]>([
  ["a batch larger than the set", { batchSize: 97 }, /batchSize = 97 and a training set of 96 samples/],
  ["half an epoch", { epochs: 0.5 }, /a whole number above 0/],
  ["an optimizer that is none", { optimizer: "adamm" as "adam" }, /optimizer: "adam"/],
  ["a loss that is none", { loss: "crossentropy" as "crossEntropy" }, /loss: "crossEntropy"/],
  ["weights for two of three classes", { classWeights: [1, 2] }, /3 finite numbers, one for each class/],
  [
    "weights beside a loss of one's own",
    { loss: () => tf.scalar(0), classWeights: "balanced" },
    /build them in/,
  ],
  ["a schedule that gives NaN", { learningRate: () => Number.NaN }, /gives NaN at update 0 of/],
  ["a smoothing of all the label", { labelSmoothing: 1 }, /labelSmoothing = 1/],
  [
    "two validation sets of one kind",
    { trainVal: train, validationSplit: 0.2 },
    /both trainVal and validationSplit/,
  ],
  ["stopping by a set that it lacks", { earlyStopping: { watch: "testVal" } }, /pass { testVal }/],
  ["no patience", { earlyStopping: { watch: "trainVal", patience: 0 }, trainVal: train }, /patience = 0/],
  [
    "an augmentation that changes the shape",
    { augment: (b) => ({ ...b, shape: [1] }) },
    /of the shape that it was given/,
  ],
])("fit refuses %s", async (_, options, message) => {
  const model = smallNetwork();
  const before = tf.memory().numTensors;
  await expect(training.fit(model, train, options)).rejects.toThrow(message);
  expect(tf.memory().numTensors).toBe(before);
});

test("fit refuses a model that has nothing to train", async () => {
  const model = smallNetwork();
  for (const layer of model.layers) layer.trainable = false;
  await expect(training.fit(model, train)).rejects.toThrow(/layer\.trainable = true/);
});

test("a frozen layer stays as it is", async () => {
  const model = smallNetwork();
  model.layers[0]!.trainable = false;
  const first = () => [...model.getWeights()[0]!.dataSync()];
  const before = first();
  // tfjs lists trainable weights first
  const kernel = model.layers[0]!.getWeights()[0]!.dataSync().slice();
  await training.fit(model, train, { epochs: 1, learningRate: 0.1 });
  expect(model.layers[0]!.getWeights()[0]!.dataSync()).toEqual(kernel);
  expect(first()).not.toEqual(before);
});

test("a history can be kept as JSON", async () => {
  const { history } = await trained({ trainVal: train });
  expect(JSON.parse(JSON.stringify(history)) as History).toEqual(history);
});
