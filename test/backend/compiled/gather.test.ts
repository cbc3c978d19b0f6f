import "./support/exact-arithmetic.js";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { compile } from "../../../lib/backend/index.js";
import { integerBelow, randomSource } from "../../../lib/core/index.js";
import { makeOptimizer, trainStep } from "../../../lib/training/index.js";
import { startNative } from "../support/start-native.js";
import { type Trained, trainBothWays } from "./support/train-both-ways.js";

beforeAll(async () => {
  await startNative();
});

const { layers } = tf;
const [words, steps] = [7, 5];

/** Sequences of words that end in padding, the word 0, and labels. */
function sentences(_: readonly number[], __: readonly number[], seed: number): [tf.Tensor, tf.Tensor] {
  const random = randomSource(seed, "sentences");
  const rows = Array.from({ length: 4 }, () => {
    const length = integerBelow(steps + 1, random);
    return Array.from({ length: steps }, (_, i) => (i < length ? 1 + integerBelow(words - 1, random) : 0));
  });
  const labels = rows.map(() => integerBelow(3, random));
  return [tf.tensor2d(rows), tf.tensor1d(labels, "int32")];
}

test.each<[string, () => tf.layers.Layer[]]>([
  [
    "an embedding",
    () => [
      layers.embedding({ inputDim: words, outputDim: 4, inputLength: steps }),
      layers.globalAveragePooling1d({}),
    ],
  ],
  [
    "an embedding and an LSTM that skips the padding",
    () => [
      layers.embedding({ inputDim: words, outputDim: 4, inputLength: steps, maskZero: true }),
      layers.lstm({ units: 3, recurrentActivation: "sigmoid" }),
    ],
  ],
])("%s: compiled and op by op, 20 updates end with the same bits", (_, inside) => {
  const way = (compiled: boolean): Trained => {
    const model = tf.sequential({ layers: [...inside(), layers.dense({ units: 3, activation: "softmax" })] });
    const optimizer = makeOptimizer("adam", 0.01);
    const step = trainStep(model, optimizer, { compiled });
    return {
      ...{ model, input: [steps], output: [], step, why: () => (compiled ? step.report().why : undefined) },
      dispose: () => {
        step.dispose();
        optimizer.dispose();
      },
    };
  };
  const { expected, received, why } = trainBothWays(way, { batch: sentences });
  expect(why).toBeUndefined();
  expect(received).toEqual(expected);
  expect(received.every(Number.isFinite)).toBe(true);
});

test.each([
  ["op by op", (run: () => tf.Tensor) => run],
  ["compiled", (run: () => tf.Tensor) => compile(run)],
])("an index that does not exist is an error, %s", (_, way) => {
  for (const index of [3, -1]) {
    const at = tf.tensor1d([0, index], "int32");
    const pick = way(() => tf.gather(tf.tensor1d([1, 2, 3]), at));
    expect(pick).toThrow(`indices[1] = ${index} is not in [0, 3)`);
  }
});

test("indices may change from call to call, and a wrong one throws where the step is compiled already", () => {
  const pick = compile((at: tf.Tensor) => tf.gather(tf.tensor2d([[1], [2], [3]]), at as tf.Tensor1D));
  const at = (...indices: number[]) => pick(tf.tensor1d(indices, "int32"));
  expect(Array.from(at(0, 2).dataSync())).toEqual([1, 3]);
  expect(Array.from(at(1, 1).dataSync())).toEqual([2, 2]);
  expect(pick.report()).toMatchObject({ compiled: true, recordings: 1 });
  expect(() => at(1, 3)).toThrow("indices[1] = 3 is not in [0, 3)");
});
