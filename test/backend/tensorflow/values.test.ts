import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import type { TensorFlowBinding } from "../../../lib/backend/tensorflow/index.js";
import { startNative } from "../support/start-native.js";

let binding: TensorFlowBinding;
beforeAll(async () => {
  binding = await startNative();
});

test.each([
  ["float32", [1.5, -2, 0, 1e-30]],
  ["int32", [2147483647, -2147483648, 0, 7]],
  ["bool", [1, 0, 0, 1]],
] as const)("%s values come back from TensorFlow as they went in", (dtype, values) => {
  const read = tf.tidy(() => tf.reshape(tf.tensor([...values], [4], dtype), [2, 2]).dataSync());
  expect(Array.from(read)).toEqual(
    Array.from(values, (value) => (dtype === "float32" ? Math.fround(value) : value)),
  );
});

test("strings of any length come back as they went in", () => {
  const texts = ["", "short", "ünïcode ✓", "more than twenty-two bytes, which TensorFlow keeps elsewhere"];
  expect(tf.tidy(() => tf.reshape(tf.tensor1d(texts), [2, 2]).arraySync())).toEqual([
    texts.slice(0, 2),
    texts.slice(2),
  ]);
});

test("a string tensor outlives the one that it was reshaped from", () => {
  const text = "more than twenty-two bytes, which TensorFlow keeps elsewhere";
  const first = tf.tensor1d([text, text]);
  const second = first.reshape([2, 1]);
  first.dispose();
  for (let i = 0; i < 50; i++)
    tf.tidy(() => tf.tensor1d(["other bytes, to fill what was freed"]).reshape([1, 1]).dataSync());
  expect(second.dataSync()).toEqual([text, text]);
  second.dispose();
});

test("complex numbers come back as real and imaginary parts in turn", () => {
  const read = tf.tidy(() => tf.complex([1, 2], [3, 4]).reshape([2, 1]).dataSync());
  expect(Array.from(read)).toEqual([1, 3, 2, 4]);
});

test("64-bit integers, which TensorFlow.js has no name for, can be written in halves and read whole", () => {
  const id = binding.createTensor([2], binding.TF_INT64, new Int32Array([5, 0, -2, -1]));
  expect(binding.tensorDataSync(id)).toEqual(new BigInt64Array([5n, -2n]));
  binding.deleteTensor(id);
});

test("a tensor without elements has its shape", () => {
  const empty = tf.tidy(() => tf.concat([tf.zeros([0, 3]), tf.zeros([0, 3])]));
  expect([empty.shape, empty.dataSync().length]).toEqual([[0, 3], 0]);
  empty.dispose();
});

test("values that do not fill the shape are refused", () => {
  expect(() => binding.createTensor([3], binding.TF_FLOAT, new Float32Array(2))).toThrow(
    "A float32 tensor of shape [3] needs 12 bytes; its values have 8.",
  );
});

test("values of another element type are refused", () => {
  expect(() => binding.createTensor([2], binding.TF_FLOAT, new Int32Array(2))).toThrow(
    "A float32 tensor cannot be made of a Int32Array.",
  );
});

test("an op with more outputs than any before gives them all", () => {
  const rows = tf.tidy(() => tf.unstack(tf.range(0, 300).reshape([300, 1])).map((row) => row.dataSync()[0]));
  expect(rows).toEqual(Array.from({ length: 300 }, (_, i) => i));
});
