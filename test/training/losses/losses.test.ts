import * as tf from "@tensorflow/tfjs";
import { beforeEach, expect, test } from "vitest";
import {
  type BatchLoss,
  balancedWeights,
  crossEntropy,
  effectiveNumber,
  effectiveNumberWeights,
  focal,
} from "../../../lib/training/index.js";

beforeEach(async () => {
  await tf.setBackend("cpu");
});

const lossAt = (loss: BatchLoss, labels: tf.TensorLike, probabilities: number[][]): number =>
  tf.tidy(() => {
    const y = Array.isArray((labels as number[][])[0])
      ? tf.tensor2d(labels as number[][])
      : tf.tensor1d(labels as number[], "int32");
    return loss(y, tf.tensor2d(probabilities)).dataSync()[0]!;
  });

const rows = [
  [0.5, 0.25, 0.25],
  [0.1, 0.8, 0.1],
];

test("crossEntropy is the mean of −log p(label), whether labels are numbers or shares", () => {
  const expected = -(Math.log(0.25) + Math.log(0.8)) / 2;
  expect(lossAt(crossEntropy(), [1, 1], rows)).toBeAllClose(expected, { rtol: 1e-6 });
  const shares = [
    [0, 1, 0],
    [0, 1, 0],
  ];
  expect(lossAt(crossEntropy(), shares, rows)).toBeAllClose(expected, { rtol: 1e-6 });
});

test("label smoothing moves its share of each label evenly to all classes", () => {
  const expected = -(0.8 * Math.log(0.5) + 0.1 * Math.log(0.25) + 0.1 * Math.log(0.25));
  const loss = crossEntropy({ labelSmoothing: 0.3 });
  expect(lossAt(loss, [0], [rows[0]!])).toBeAllClose(expected, { rtol: 1e-6 });
});

test("class weights multiply a sample's loss, and the sum is still divided by the number of samples", () => {
  const expected = -(4 * Math.log(0.5) + 1 * Math.log(0.8)) / 2;
  expect(lossAt(crossEntropy({ classWeights: [4, 1, 1] }), [0, 1], rows)).toBeAllClose(expected, {
    rtol: 1e-6,
  });
});

test("focal loss is α (1 − p)^γ times the cross-entropy, as the paper's table has it", () => {
  // Lin et al., section 3.2: with γ = 2, p = 0.9 counts for a hundredth of its cross-entropy
  const plain = -Math.log(0.9);
  const p = [[0.9, 0.1]];
  expect(lossAt(focal({ alpha: 1 }), [0], p)).toBeAllClose(plain / 100, { rtol: 1e-5 });
  expect(lossAt(focal(), [0], p)).toBeAllClose(plain / 400, { rtol: 1e-5 });
  expect(lossAt(focal({ gamma: 0, alpha: 1 }), [0], p)).toBeAllClose(plain, { rtol: 1e-6 });
});

test.each([
  ["crossEntropy", crossEntropy()],
  ["focal", focal()],
  ["focal with γ = ½", focal({ gamma: 0.5 })],
])("%s has finite gradients for answers that are certain, right or wrong", (_, loss) => {
  const gradient = tf.grad((p: tf.Tensor) => loss(tf.tensor1d([0, 0], "int32"), p));
  const at = gradient(
    tf.tensor2d([
      [1, 0],
      [0, 1],
    ]),
  );
  expect([...at.dataSync()].every(Number.isFinite)).toBe(true);
});

const uneven = { labels: Int32Array.of(0, 0, 0, 0, 0, 0, 1, 1, 2, 2), classes: ["a", "b", "c", "d"] };

test("balancedWeights gives each class that has samples the same share of the loss", () => {
  expect(balancedWeights(uneven)).toBeAllClose([10 / 24, 10 / 8, 10 / 8, 0], { rtol: 1e-12 });
});

test("effectiveNumberWeights lies between equal weights and balanced ones, in sum the number of classes", () => {
  const two = { labels: Int32Array.of(0, 0, 0, 1), classes: ["a", "b"] };
  // β = ½: 1 − ½³ = 7/8 and 1 − ½ = 1/2, so weights are as 8/7 to 2
  expect(effectiveNumberWeights(two, { beta: 0.5 })).toBeAllClose([8 / 11, 14 / 11], { rtol: 1e-12 });
  const nearly = effectiveNumberWeights(two, { beta: 1 - 1e-9 });
  expect(nearly).toBeAllClose([0.5, 1.5], { rtol: 1e-8 }); // by the counts
  expect(effectiveNumber(1e6, 1 - 1e-12)).toBeAllClose(1e6, { rtol: 1e-6 });
});

test.each([
  ["a smoothing of 1", () => crossEntropy({ labelSmoothing: 1 }), /below 1/],
  ["a negative weight", () => crossEntropy({ classWeights: [1, -1] }), /"balanced"/],
  ["a negative γ", () => focal({ gamma: -1 }), /gamma = -1/],
  ["no samples", () => balancedWeights({ labels: new Int32Array(), classes: ["a"] }), /without samples/],
])("losses refuse %s", (_, make, message) => {
  expect(make).toThrow(message);
});
