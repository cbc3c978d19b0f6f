import { readFileSync } from "node:fs";
import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeOptimizer, type OptimizerSettings } from "../../../lib/training/index.js";

interface Golden {
  keras: string;
  kernel: number[];
  bias: number[];
  gradients: [number[], number[]][];
  runs: { settings: OptimizerSettings; learningRate: number; path: number[][] }[];
}

/** Recorded by make-golden.py. */
const golden = JSON.parse(readFileSync(new URL("golden.json", import.meta.url), "utf8")) as Golden;

let kernel: tf.Variable;
let bias: tf.Variable;
beforeEach(async () => {
  await tf.setBackend("cpu");
  kernel = tf.variable(tf.tensor2d(golden.kernel, [2, 3]));
  bias = tf.variable(tf.tensor1d(golden.bias));
});
afterEach(() => tf.dispose([kernel, bias]));

function apply(optimizer: tf.Optimizer, [ofKernel, ofBias]: readonly [number[], number[]]): number[] {
  const gradients = [
    { name: kernel.name, tensor: tf.tensor2d(ofKernel, [2, 3]) },
    { name: bias.name, tensor: tf.tensor1d(ofBias) },
  ];
  optimizer.applyGradients(gradients);
  tf.dispose(gradients.map(({ tensor }) => tensor));
  return [...kernel.dataSync(), ...bias.dataSync()];
}

// Keras adds Adam's ε to a root that still has its bias, which for such gradients is a difference below 1e-5.
test.each(golden.runs.map((run) => [JSON.stringify(run.settings), run] as const))(
  "%s moves weights as Keras's does",
  (_, { settings, learningRate, path }) => {
    const optimizer = makeOptimizer(settings, learningRate);
    const ours = golden.gradients.map((gradients) => apply(optimizer, gradients));
    expect(ours.flat()).toBeAllClose(path.flat(), { rtol: 1e-5, atol: 1e-6 });
    optimizer.dispose();
  },
);

test("adam moves weights as TensorFlow.js's does, to the last bit", () => {
  const [ours, theirs] = [makeOptimizer("adam", 0.01), tf.train.adam(0.01)].map((optimizer) => {
    kernel.assign(tf.tensor2d(golden.kernel, [2, 3]));
    bias.assign(tf.tensor1d(golden.bias));
    return golden.gradients.map((gradients) => apply(optimizer, gradients));
  });
  expect(ours).toEqual(theirs);
});

test("an optimizer's learning rate can be changed between two updates", () => {
  const optimizer = makeOptimizer("sgd", 1);
  optimizer.learningRate = 0.5;
  expect(apply(optimizer, [Array(6).fill(1), [0, 0, 2]])[8]).toBeAllClose(golden.bias[2]! - 1, {
    rtol: 1e-6,
  });
  optimizer.dispose();
});

test("weight decay leaves weights of one axis alone", () => {
  const optimizer = makeOptimizer({ name: "sgd", weightDecay: 0.5 }, 1);
  const after = apply(optimizer, [Array(6).fill(0), [0, 0, 0]]);
  expect(after).toBeAllClose([...golden.kernel.map((weight) => weight / 2), ...golden.bias], { rtol: 1e-6 });
  optimizer.dispose();
});

test("an optimizer frees its slots when it is disposed", () => {
  const before = tf.memory().numTensors;
  const optimizer = makeOptimizer("adam", 1);
  apply(optimizer, golden.gradients[0]!);
  optimizer.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test.each([
  ["a name that is none", { name: "adamm" }, /optimizer: "adam"/],
  ["a setting of another optimizer", { name: "sgd", momentum: 0.9 }, /sgd got the setting "momentum"/],
  ["a momentum of 1", { name: "momentum", momentum: 1 }, /below 1/],
  ["a negative weight decay", { name: "adamW", weightDecay: -0.1 }, /weightDecay = -0.1/],
])("makeOptimizer refuses %s", (_, settings, message) => {
  expect(() => makeOptimizer(settings as OptimizerSettings, 0.1)).toThrow(message);
});
