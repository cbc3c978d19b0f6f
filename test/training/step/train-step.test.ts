import * as tf from "@tensorflow/tfjs";
import { beforeEach, expect, test } from "vitest";
import { makeOptimizer, trainStep } from "../../../lib/training/index.js";
import { clipGradients } from "../../../lib/training/step/clip-gradients.js";
import { blobs } from "../../support/blobs.js";
import { smallNetwork } from "../small-network.js";

beforeEach(async () => {
  await tf.setBackend("cpu");
});

const data = blobs(24);
const x = (from = 0, to = 24) => tf.tensor2d(data.rows.slice(4 * from, 4 * to), [to - from, 4]);
const y = (from = 0, to = 24) => tf.tensor1d(data.labels.slice(from, to), "int32");
const weightsOf = (model: tf.LayersModel) => model.getWeights().flatMap((weight) => [...weight.dataSync()]);

test("an own loop of trainStep learns, and frees everything", () => {
  const model = smallNetwork();
  const before = tf.memory().numTensors;
  const optimizer = makeOptimizer("adam", 0.03);
  const step = trainStep(model, optimizer);
  const losses = Array.from({ length: 50 }, () => tf.tidy(() => step(x(), y()).dataSync()[0]!));
  expect(losses.at(-1)!).toBeLessThan(losses[0]! / 5);
  step.dispose();
  optimizer.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test("gradients added up over parts of unequal size move the weights as the large batch does", () => {
  const [whole, parts] = [smallNetwork(), smallNetwork()];
  const [one, other] = [whole, parts].map((model) => trainStep(model, makeOptimizer("momentum", 0.1)));
  for (let i = 0; i < 3; i++) {
    one!(x(), y());
    for (const [from, to] of [
      [0, 10],
      [10, 20],
      [20, 24],
    ] as const)
      other!(x(from, to), y(from, to), { share: (to - from) / 24, last: to === 24 });
  }
  expect(weightsOf(parts)).toBeAllClose(weightsOf(whole), { rtol: 1e-4, atol: 1e-6 });
  expect(weightsOf(parts)).not.toBeAllClose(weightsOf(smallNetwork()), { rtol: 1e-2, atol: 1e-2 });
});

test("l2 adds twice its share of each weight to the gradient, biases left alone", () => {
  const [plain, decayed] = [smallNetwork(), smallNetwork()];
  const before = weightsOf(plain);
  trainStep(plain, makeOptimizer("sgd", 1))(x(), y());
  trainStep(decayed, makeOptimizer("sgd", 1), { l2: 0.05 })(x(), y());
  const biases = [32, 33, 34, 35, 36, 37, 38, 39, 64, 65, 66];
  const expected = weightsOf(plain).map((weight, i) => weight - (biases.includes(i) ? 0 : 0.1 * before[i]!));
  expect(weightsOf(decayed)).toBeAllClose(expected, { rtol: 1e-4, atol: 1e-6 });
});

test("clipNorm scales all gradients together to a joint norm, and leaves shorter ones alone", () => {
  const gradients = () => [tf.tensor1d([3, 0]), tf.tensor1d([4])]; // norm 5
  const clipped = clipGradients(gradients(), { clipNorm: 1 }).flatMap((part) => [...part!.dataSync()]);
  expect(clipped).toBeAllClose([0.6, 0, 0.8], { rtol: 1e-6 });
  const untouched = clipGradients(gradients(), { clipNorm: 6 }).flatMap((part) => [...part!.dataSync()]);
  expect(untouched).toEqual([3, 0, 4]);
});

test("clipValue cuts each number off, before the norm is taken", () => {
  const gradients = [tf.tensor1d([30, -40]), null];
  const [clipped, none] = clipGradients(gradients, { clipValue: 2, clipNorm: Math.SQRT2 });
  expect([...clipped!.dataSync()]).toBeAllClose([1, -1], { rtol: 1e-6 });
  expect(none).toBeNull();
});
