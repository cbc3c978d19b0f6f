import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import type { TensorFlowBinding } from "../../../lib/backend/tensorflow/index.js";
import { startNative } from "../support/start-native.js";

let binding: TensorFlowBinding;
beforeAll(async () => {
  binding = await startNative();
});

/** Tensors that tfjs counts, and those that TensorFlow holds. */
const alive = (): [number, number] => [tf.memory().numTensors, binding.getNumOfTensors()];

test("tensors made and tidied leave none behind, in TensorFlow.js or in TensorFlow", () => {
  const before = alive();
  tf.tidy(() => {
    const x = tf.tensor2d([[1, 2]]);
    tf.matMul(x, x.transpose()).dataSync();
    tf.tensor1d(["a text", "another text, which is a good deal longer"]).reshape([2, 1]).dataSync();
    tf.unstack(tf.zeros([3, 2]));
    tf.topk(tf.tensor1d([3, 1, 2]), 2);
  });
  expect(alive()).toEqual(before);
});

test("training steps leave no more tensors than the first of them did", async () => {
  const model = tf.sequential();
  model.add(tf.layers.conv2d({ inputShape: [6, 6, 1], filters: 2, kernelSize: 3 }));
  model.add(tf.layers.batchNormalization());
  model.add(tf.layers.flatten());
  model.add(tf.layers.dropout({ rate: 0.5, seed: 1 }));
  model.add(tf.layers.dense({ units: 2, activation: "softmax" }));
  model.compile({ optimizer: "adam", loss: "categoricalCrossentropy" });
  const x = tf.ones([4, 6, 6, 1]);
  const y = tf.tensor2d([
    [1, 0],
    [0, 1],
    [1, 0],
    [0, 1],
  ]);
  await model.trainOnBatch(x, y);
  const before = alive();
  for (let i = 0; i < 5; i++) await model.trainOnBatch(x, y);
  expect(alive()).toEqual(before);
});

test("an op that fails leaves no tensor behind", () => {
  const before = alive();
  expect(() => tf.tidy(() => tf.matMul(tf.zeros([2, 3]), tf.zeros([3, 2])).slice([5, 5], [1, 1]))).toThrow();
  expect(alive()).toEqual(before);
});

const megabyte = 2 ** 20;
const written = new Float32Array(megabyte);
const text = "x".repeat(megabyte);

test.each([
  ["numbers", () => tf.tensor1d(written).neg().dataSync()],
  ["strings", () => tf.tensor1d([text, text, text, text]).reshape([2, 2])],
])("600 MB of %s, disposed as they come, do not stay in memory", (_, make) => {
  tf.tidy(() => void make());
  const before = process.memoryUsage().rss;
  for (let i = 0; i < 150; i++) tf.tidy(() => void make());
  expect((process.memoryUsage().rss - before) / megabyte).toBeLessThan(300);
});
