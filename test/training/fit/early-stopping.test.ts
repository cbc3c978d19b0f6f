import * as tf from "@tensorflow/tfjs";
import { beforeEach, expect, test } from "vitest";
import { bestWith, type EarlyStopping } from "../../../lib/training/fit/early-stopping.js";
import * as training from "../../../lib/training/index.js";
import { blobs } from "../../support/blobs.js";
import { smallNetwork } from "../small-network.js";

beforeEach(async () => {
  await tf.setBackend("cpu");
});

const train = blobs(60);
/** Labels turned round: the better the training, the worse this set. */
const opposite = { ...train, labels: train.labels.map((label) => (label + 1) % 3) };

test.each(["trainVal", "testVal"] as const)(
  "fit ends after so many epochs without a new best on %s, with the best epoch's weights",
  async (watch) => {
    const model = smallNetwork();
    const before = tf.memory().numTensors;
    const history = await training.fit(model, train, {
      epochs: 50,
      learningRate: 0.03,
      trainVal: train,
      testVal: train,
      [watch]: opposite,
      earlyStopping: { watch, metric: "loss", patience: 3 },
    });
    const losses = history.epochs.map((epoch) => epoch[watch]!.loss);
    const best = losses.indexOf(Math.min(...losses));
    expect(history).toMatchObject({ stopped: "early", bestEpoch: best + 1 });
    expect(history.epochs).toHaveLength(best + 1 + 3);
    expect((await training.evaluate(model, opposite)).loss).toBe(losses[best]);
    expect(tf.memory().numTensors).toBe(before);
  },
);

test("restoreBest: false leaves the last epoch's weights", async () => {
  const model = smallNetwork();
  const history = await training.fit(model, train, {
    epochs: 50,
    learningRate: 0.03,
    trainVal: opposite,
    earlyStopping: { watch: "trainVal", metric: "loss", patience: 2, restoreBest: false },
  });
  expect((await training.evaluate(model, opposite)).loss).toBe(history.epochs.at(-1)!.trainVal!.loss);
});

test("a training that gets no worse runs to its end, and still ends with its best epoch", async () => {
  const history = await training.fit(smallNetwork(), train, {
    ...{ epochs: 4, learningRate: 0.01, trainVal: train },
    earlyStopping: { watch: "trainVal", metric: "loss", patience: 4 },
  });
  expect(history).toMatchObject({ stopped: "finished", bestEpoch: 4 });
});

const watching = (minImprovement: number): EarlyStopping => ({
  ...{ watch: "trainVal", metric: "error", patience: 5, minImprovement, restoreBest: true },
});
const epoch = (number: number, error: number) => {
  const scores = { mode: "evaluation", samples: 10, loss: 1, error } as const;
  return { epoch: number, runningLoss: 1, train: scores, trainVal: scores, seconds: 1, samplesPerSecond: 1 };
};

test("a new best has to be lower, by as much as is asked for", () => {
  const best = { epoch: 1, value: 0.5 };
  expect(bestWith(best, epoch(2, 0.5), watching(0))).toBe(best);
  expect(bestWith(best, epoch(2, 0.45), watching(0.1))).toBe(best);
  expect(bestWith(best, epoch(2, 0.35), watching(0.1))).toEqual({ epoch: 2, value: 0.35 });
});

test("any number is better than NaN, and NaN is better than none", () => {
  expect(bestWith({ epoch: 1, value: Number.NaN }, epoch(2, 0.9), watching(0)).epoch).toBe(2);
  expect(bestWith({ epoch: 1, value: 0.9 }, epoch(2, Number.NaN), watching(0)).epoch).toBe(1);
});
