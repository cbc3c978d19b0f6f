import * as tf from "@tensorflow/tfjs";
import { beforeEach, expect, test, vi } from "vitest";
import type { Dataset } from "../../../lib/core/index.js";
import * as training from "../../../lib/training/index.js";
import { blobs } from "../../support/blobs.js";
import { smallNetwork } from "../small-network.js";

const train = blobs(100);
const trainVal = blobs(50, { seed: 1 });

beforeEach(async () => {
  await tf.setBackend("cpu");
});

const weights = (model: tf.LayersModel) => model.getWeights().flatMap((weight) => [...weight.dataSync()]);

test("fit learns blobs that are far apart, and records every epoch", async () => {
  const model = smallNetwork();
  const history = await training.fit(model, train, {
    epochs: 20,
    learningRate: 0.03,
    trainVal,
    testVal: trainVal,
  });
  expect(history).toMatchObject({ steps: 20 * 4, seed: 0, backend: "cpu", stopped: "finished" });
  expect(history.epochs.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  const { train: last, trainVal: validation, testVal, runningLoss } = history.epochs.at(-1)!;
  expect(last.error).toBeLessThanOrEqual(0.02);
  expect(validation).toEqual(testVal);
  expect(runningLoss).toBeLessThan(history.epochs[0]!.runningLoss);
  model.dispose();
});

test("fit's training error is what evaluate measures afterwards", async () => {
  const model = smallNetwork();
  const history = await training.fit(model, train, { epochs: 1 });
  expect(await training.evaluate(model, train)).toEqual(history.epochs[0]!.train);
  model.dispose();
});

test("fit's first running loss is the mean cross-entropy of the untrained model when nothing is learnt", async () => {
  const model = smallNetwork();
  const untrained = await training.evaluate(model, train);
  const history = await training.fit(model, train, { epochs: 1, learningRate: 1e-12 });
  expect(history.epochs[0]!.runningLoss).toBeAllClose(untrained.loss, { rtol: 1e-5 });
  model.dispose();
});

test("fit takes the same path as model.fit of TensorFlow.js, batch by batch", async () => {
  const [ours, theirs] = [smallNetwork(), smallNetwork()];
  await training.fit(ours, train, { epochs: 2, batchSize: 100, learningRate: 0.01 });
  theirs.compile({ optimizer: tf.train.adam(0.01), loss: "categoricalCrossentropy" });
  const x = tf.tensor2d(train.rows, [100, 4]);
  const y = tf.oneHot(tf.tensor1d(train.labels, "int32"), 3);
  await theirs.fit(x, y, { epochs: 2, batchSize: 100, shuffle: false, verbose: 0 });
  expect(weights(ours)).toBeAllClose(weights(theirs), { rtol: 1e-3, atol: 1e-6 }); // sums in another order
});

test("fit with one seed gives the same weights twice, and others with another seed", async () => {
  const run = async (seed: number) => {
    const model = smallNetwork();
    await training.fit(model, train, { epochs: 2, seed });
    return weights(model);
  };
  expect(await run(3)).toEqual(await run(3));
  expect(await run(3)).not.toEqual(await run(4));
});

test("fit scores a fixed subset of the training set when asked to", async () => {
  const seen: number[] = [];
  const watched: Dataset = {
    ...train,
    batch: (indices) => {
      seen.push(indices.length);
      return train.batch(indices);
    },
  };
  const model = smallNetwork();
  const history = await training.fit(model, watched, { epochs: 1, trainErrorSamples: 10 });
  expect(seen.at(-1)).toBe(10);
  expect(history.epochs[0]!.train.error * 10).toBeCloseTo(Math.round(history.epochs[0]!.train.error * 10), 6);
  model.dispose();
});

test("fit calls onEpoch with the history so far", async () => {
  const onEpoch = vi.fn();
  const model = smallNetwork();
  await training.fit(model, train, { epochs: 3, onEpoch });
  expect(onEpoch.mock.calls.map(([history]) => history.epochs.length)).toEqual([1, 2, 3]);
  model.dispose();
});

test("fit ends within one step of an abort, keeps the history and frees its tensors", async () => {
  const model = smallNetwork();
  const before = tf.memory().numTensors;
  const stop = new AbortController();
  let batches = 0;
  const watched: Dataset = {
    ...train,
    batch: (indices) => {
      if (indices.length === 32 && ++batches === 5) stop.abort(); // step 2 of epoch 2: an epoch has 3 full batches
      return train.batch(indices);
    },
  };
  const history = await training.fit(model, watched, { epochs: 10, signal: stop.signal });
  expect(history).toMatchObject({ steps: 6, stopped: "aborted" }); // the step under way is finished
  expect(history.epochs).toHaveLength(1);
  expect(tf.memory().numTensors).toBe(before);
  model.dispose();
});

test("fit lets timers run between steps, so that a Stop button works", async () => {
  const model = smallNetwork();
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 30);
  const history = await training.fit(model, train, { epochs: 1_000_000, signal: stop.signal });
  expect(history.stopped).toBe("aborted");
  model.dispose();
});

test("fit and evaluate leave no tensor behind, also when the data throw", async () => {
  const model = smallNetwork();
  const before = tf.memory().numTensors;
  await training.fit(model, train, { epochs: 1, trainVal });
  await training.evaluate(model, train);
  expect(tf.memory().numTensors).toBe(before);
  let calls = 0;
  const broken: Dataset = {
    ...train,
    batch: (indices) => {
      if (++calls > 4) throw new Error("disk on fire");
      return train.batch(indices);
    },
  };
  await expect(training.fit(model, broken)).rejects.toThrow("disk on fire");
  expect(tf.memory().numTensors).toBe(before);
  model.dispose();
});

const withRows = (change: (rows: Float32Array) => void): Dataset => {
  const set = blobs(40);
  change(set.rows);
  return set;
};

const withBatch = (change: (x: ArrayLike<number>) => unknown): Dataset => ({
  ...train,
  batch: (indices) => ({ ...train.batch(indices), x: change(train.batch(indices).x) as Float32Array }),
});

test.each([
  ["an empty set", { ...train, size: 0, labels: new Int32Array() }, /without samples/],
  [
    "a label outside the classes",
    { ...train, labels: train.labels.map((l) => l + 1) },
    /subtract 1 from each/,
  ],
  ["NaN in a sample", withRows((rows) => rows.fill(Number.NaN, 4 * 33, 4 * 33 + 1)), /NaN in sample 33/],
  ["samples of another shape", blobs(10, { features: 5 }), /inputShape: \[5\]/],
  [
    "labels that are no whole numbers",
    { ...train, labels: Float32Array.from(train.labels, (l) => l / 2) as unknown as Int32Array },
    /whole labels from 0 to 2/,
  ],
  ["pixels of a canvas, unscaled", withBatch((x) => new Uint8ClampedArray(x)), /new Uint8Array\(x\.buffer\)/],
  ["numbers of 64 bits", withBatch((x) => Float64Array.from(x)), /as Float64Array/],
  ["a batch that is too short", withBatch((x) => Float32Array.from(x).slice(1)), /has 399 numbers/],
  ["samples of another rank", { ...train, shape: [2, 2] }, /samples of shape \[2, 2\][\s\S]*shape \[4\]/],
  ["another number of classes", blobs(10, { classes: 4 }), /units: 4/],
] as const)("fit refuses %s before it trains", async (_, data, message) => {
  const model = smallNetwork();
  const before = { tensors: tf.memory().numTensors, weights: weights(model) };
  await expect(training.fit(model, data)).rejects.toThrow(message);
  expect({ tensors: tf.memory().numTensors, weights: weights(model) }).toEqual(before);
  model.dispose();
});

test("fit refuses a model that answers with scores instead of probabilities", async () => {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [4] })] });
  await expect(training.fit(model, train)).rejects.toThrow(/activation: "softmax"/);
  model.dispose();
});

test("fit refuses options that cannot be", async () => {
  const model = smallNetwork();
  await expect(training.fit(model, train, { batchSize: 0 })).rejects.toThrow(/batchSize = 0/);
  await expect(training.fit(model, train, { learningRate: -1 })).rejects.toThrow(/learningRate = -1/);
  // @ts-expect-error
  await expect(training.fit(model, train, { epoch: 3 })).rejects.toThrow(/"epochs" instead of "epoch"/);
  model.dispose();
});
