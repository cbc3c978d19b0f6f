import "./support/exact-arithmetic.js";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { randomSource } from "../../../lib/core/index.js";
import { leNet, resNet } from "../../../lib/models/index.js";
import {
  cosine,
  makeOptimizer,
  type OptimizerName,
  type TrainStepOptions,
  trainStep,
} from "../../../lib/training/index.js";
import { seededNoise } from "../../../lib/training/noise/seeded-noise.js";
import { startNative } from "../support/start-native.js";
import { batchOf, type Trained, trainBothWays } from "./support/train-both-ways.js";

beforeAll(async () => {
  await startNative();
});

const { layers } = tf;

const labelled: typeof batchOf = (input, _, seed) => {
  const [x, unused] = batchOf(input, [1], seed);
  unused.dispose();
  const random = randomSource(seed, "labels");
  return [
    x,
    tf.tensor1d(
      Int32Array.from({ length: 4 }, () => Math.floor(3 * random())),
      "int32",
    ),
  ];
};

const network = (...inside: tf.layers.Layer[]): tf.LayersModel =>
  tf.sequential({
    layers: [
      layers.dense({ inputShape: [6], units: 8, activation: "relu" }),
      ...inside,
      layers.dense({ units: 3, activation: "softmax" }),
    ],
  });

/** A training by `trainStep`, in one part or in several, with noise of a seed. */
function trained(
  model: tf.LayersModel,
  optimizer: tf.Optimizer,
  { parts = 1, ...options }: TrainStepOptions & { parts?: number } = {},
): Trained {
  const step = trainStep(model, optimizer, options);
  const noise = seededNoise(model, 7);
  let update = 0;
  return {
    model,
    output: [1],
    input: model.inputs[0]!.shape.slice(1) as number[],
    before: (next) => {
      update = next;
      noise.begin(update, 0);
    },
    why: () => step.report().why,
    step: (x, y) => step(x, y, { share: 1 / parts, last: (update + 1) % parts === 0 }),
    dispose: () => {
      step.dispose();
      noise.release();
      optimizer.dispose();
    },
  };
}

test.each<[string, () => tf.Optimizer]>([
  ...(["sgd", "momentum", "nesterov", "adam", "adamW", "rmsprop", "adagrad"] as OptimizerName[]).map(
    (name): [string, () => tf.Optimizer] => [name, () => makeOptimizer(name, 0.01)],
  ),
  ["tf.train.sgd", () => tf.train.sgd(0.01)],
  ["tf.train.momentum", () => tf.train.momentum(0.01, 0.9)],
  ["tf.train.momentum, Nesterov", () => tf.train.momentum(0.01, 0.9, true)],
  ["tf.train.adam", () => tf.train.adam(0.01)],
  ["tf.train.adamax", () => tf.train.adamax(0.01)],
  ["tf.train.adadelta", () => tf.train.adadelta(0.01)],
  ["tf.train.rmsprop", () => tf.train.rmsprop(0.01, 0.9, 0.5)],
  ["tf.train.adagrad", () => tf.train.adagrad(0.01)],
])("%s: compiled and op by op, 20 updates end with the same bits", (_, optimizer) => {
  const way = (compiled: boolean) => trained(network(), optimizer(), { compiled });
  const { expected, received, why } = trainBothWays(way, { batch: labelled });
  expect(why).toBeUndefined();
  expect(received).toEqual(expected);
  expect(received.every(Number.isFinite)).toBe(true);
});

test.each<[string, () => tf.layers.Layer[]]>([
  ["dropout", () => [layers.dropout({ rate: 0.4 })]],
  ["gaussianNoise", () => [layers.gaussianNoise({ stddev: 0.2 })]],
  ["gaussianDropout", () => [layers.gaussianDropout({ rate: 0.3 })]],
  ["alphaDropout", () => [layers.alphaDropout({ rate: 0.3 })]],
  [
    "dropout twice",
    () => [layers.dropout({ rate: 0.4 }), layers.dense({ units: 5 }), layers.dropout({ rate: 0.2 })],
  ],
  [
    "lstm with dropout inside",
    () => [layers.repeatVector({ n: 4 }), layers.lstm({ units: 3, dropout: 0.3, recurrentDropout: 0.2 })],
  ],
])("%s: its noise differs at every update, follows the seed, and is the same both ways", (_, inside) => {
  const way = (compiled: boolean) => trained(network(...inside()), makeOptimizer("adam", 0.01), { compiled });
  const { expected, received, why } = trainBothWays(way, { batch: labelled });
  expect(why).toBeUndefined();
  expect(received).toEqual(expected);
});

test.each<[string, TrainStepOptions & { parts?: number }]>([
  ["clipNorm", { clipNorm: 0.1 }],
  ["clipValue", { clipValue: 0.01 }],
  ["l2", { l2: 0.01 }],
  ["gradients accumulated over two batches", { parts: 2 }],
])("%s: compiled and op by op, 20 updates end with the same bits", (_, options) => {
  const way = (compiled: boolean) =>
    trained(network(), makeOptimizer("adam", 0.01), { compiled, ...options });
  const { expected, received, why } = trainBothWays(way, { batch: labelled });
  expect(why).toBeUndefined();
  expect(received).toEqual(expected);
});

test("a schedule's learning rate reaches each compiled update", () => {
  const rate = cosine({ from: 0.1 });
  const way = (compiled: boolean): Trained => {
    const optimizer = makeOptimizer("sgd", 0.1);
    const trainee = trained(network(), optimizer, { compiled });
    return {
      ...trainee,
      before: (update) => {
        optimizer.learningRate = rate(update, 20);
        trainee.before!(update);
      },
    };
  };
  const { expected, received, why } = trainBothWays(way, { batch: labelled });
  expect(why).toBeUndefined();
  expect(received).toEqual(expected);
});

test.each<[string, () => tf.LayersModel]>([
  ["LeNet", () => leNet({ inputShape: [32, 32, 1], classes: 3, seed: 1 })],
  [
    "ResNet-18 at an eighth of its width",
    () => resNet({ inputShape: [16, 16, 3], depth: 18, classes: 3, width: 0.125, seed: 1 }),
  ],
])("%s: compiled and op by op, 5 updates end with the same bits", (_, model) => {
  const way = (compiled: boolean) => trained(model(), makeOptimizer("momentum", 0.001), { compiled });
  const { expected, received, why } = trainBothWays(way, { batch: labelled, updates: 5 });
  expect(why).toBeUndefined();
  expect(received).toEqual(expected);
});
