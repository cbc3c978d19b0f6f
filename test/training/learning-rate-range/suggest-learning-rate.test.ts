import * as tf from "@tensorflow/tfjs";
import { beforeEach, expect, test } from "vitest";
import * as training from "../../../lib/training/index.js";
import { chooseRates } from "../../../lib/training/learning-rate-range/choose-rates.js";
import { blobs } from "../../support/blobs.js";
import { smallNetwork } from "../small-network.js";

const train = blobs(120);
const quick = { from: 1e-3, to: 100, perDecade: 2, updates: 8, repeats: 2 };
const numbersOf = (model: tf.LayersModel) => model.getWeights().flatMap((weight) => [...weight.dataSync()]);

beforeEach(async () => {
  await tf.setBackend("cpu");
});

function network(seed: number): tf.LayersModel {
  const kernelInitializer = (layer: number) => tf.initializers.heNormal({ seed: 10 * seed + layer });
  return tf.sequential({
    layers: [
      tf.layers.dense({
        units: 8,
        inputShape: [4],
        activation: "relu",
        kernelInitializer: kernelInitializer(1),
      }),
      tf.layers.dense({ units: 3, activation: "softmax", kernelInitializer: kernelInitializer(2) }),
    ],
  });
}

test("suggestLearningRate says the same whatever the initialization, but for a neighbouring rate", async () => {
  const suggested: number[] = [];
  for (const seed of [1, 2, 3, 4]) {
    const model = network(seed);
    suggested.push((await training.suggestLearningRate(model, train, quick)).suggested!);
    model.dispose();
  }
  expect(Math.max(...suggested) / Math.min(...suggested)).toBeLessThanOrEqual(3.3); // half a power of ten
});

test("suggestLearningRate gives the same numbers twice, the weights as they were, and frees its tensors", async () => {
  const model = tf.sequential({ layers: [smallNetwork(), tf.layers.dropout({ rate: 0.1 })] });
  model.add(tf.layers.dense({ units: 3, activation: "softmax" }));
  const before = { tensors: tf.memory().numTensors, weights: numbersOf(model) };
  const first = await training.suggestLearningRate(model, train, quick);
  expect(await training.suggestLearningRate(model, train, quick)).toEqual(first);
  expect({ tensors: tf.memory().numTensors, weights: numbersOf(model) }).toEqual(before);
});

test("the suggested rate trains better than a hundredth of it and than a hundred times it", async () => {
  const { suggested, trials, lossBefore } = await training.suggestLearningRate(smallNetwork(), train, quick);
  expect(trials.map(({ learningRate }) => learningRate).slice(0, 4)).toEqual([0.001, 0.0032, 0.01, 0.032]);
  expect(trials[0]!.losses).toHaveLength(2);
  const lossAt = async (learningRate: number) =>
    (await training.fit(smallNetwork(), train, { epochs: 5, learningRate })).epochs.at(-1)!.train.loss;
  const best = await lossAt(suggested!);
  expect(best).toBeLessThan(lossBefore / 2);
  expect(best).toBeLessThan(await lossAt(suggested! / 100));
  expect(best).toBeLessThan(await lossAt(suggested! * 100));
});

test("an aborted suggestLearningRate gives the weights back", async () => {
  const model = smallNetwork();
  const before = { tensors: tf.memory().numTensors, weights: numbersOf(model) };
  const stop = new AbortController();
  let calls = 0;
  const augment: training.AugmentHook = (batch) => {
    if (++calls === 11) stop.abort();
    return batch;
  };
  const going = training.suggestLearningRate(model, train, { ...quick, augment, signal: stop.signal });
  await expect(going).rejects.toThrow(/abort/);
  expect({ tensors: tf.memory().numTensors, weights: numbersOf(model) }).toEqual(before);
});

const trial = (learningRate: number, ...losses: number[]) => ({
  ...{ learningRate, losses },
  loss: losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
});

test("chooseRates takes the middle of the plateau, and the last rate that never made things worse", () => {
  const trials = [trial(1e-4, 1, 0.9), trial(1e-3, 0.52, 0.5), trial(1e-2, 0.5, 0.5), trial(1e-1, 0.6, 1.3)];
  expect(chooseRates(trials, 1)).toEqual({ suggested: 0.0032, largestStable: 1e-2 });
});

test("chooseRates suggests nothing where no rate helps", () => {
  expect(chooseRates([trial(1, 2, 3)], 1)).toEqual({ suggested: undefined, largestStable: undefined });
});

test("suggestLearningRate refuses a range that is none", async () => {
  await expect(training.suggestLearningRate(smallNetwork(), train, { from: 1, to: 0.1 })).rejects.toThrow(
    /to = 0.1/,
  );
});
