import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { start } from "../../../lib/backend/index.js";
import { activationVariance, allConvolutional, plainNetwork, resNet } from "../../../lib/models/index.js";

beforeAll(() => start({ quiet: true }));

/** The variances layer by layer, on inputs of variance 1. */
async function variances(model: tf.LayersModel): Promise<number[]> {
  const shape = [32, ...(model.inputs[0]!.shape.slice(1) as number[])];
  const x = tf.randomNormal(shape, 0, 1, "float32", 1);
  const rows = await activationVariance(model, x);
  x.dispose();
  model.dispose();
  return rows.map(({ variance }) => variance);
}

const spread = (values: readonly number[]) => Math.max(...values) / Math.min(...values);
const steps = (values: readonly number[]) =>
  values.slice(1).map((value, i) => Math.max(value / values[i]!, values[i]! / value));

test.each([18, 34, 50, 101] as const)(
  "all activations of a ResNet of depth %d have variances within a factor 2",
  async (depth) => {
    const model = resNet({ depth, inputShape: [16, 16, 3], classes: 2, width: 0.125 });
    const found = await variances(model);
    expect(found).toHaveLength(depth - 1);
    expect(spread(found)).toBeLessThan(2);
  },
);

test("without the scale of 0, the variance of a ResNet's sums grows by one with every block", async () => {
  const options = { inputShape: [16, 16, 3], classes: 2, width: 0.125, zeroInitResidual: false };
  expect(spread(await variances(resNet({ ...options, depth: 101 })))).toBeGreaterThan(20); // 23 blocks in a stage
});

test.each(["relu", "tanh"] as const)(
  "101 plain layers with %s keep within a factor 2 from one to the next",
  async (activation) => {
    const found = await variances(plainNetwork({ inputShape: [256], classes: 2, depth: 101, activation }));
    expect(found).toHaveLength(101);
    expect(Math.max(...steps(found))).toBeLessThan(2);
  },
);

test("an all-convolutional net keeps within a factor 2 from one layer to the next", async () => {
  const found = await variances(allConvolutional({ inputShape: [16, 16, 3], classes: 2, width: 0.25 }));
  expect(Math.max(...steps(found))).toBeLessThan(2);
});

test("Glorot's start before a ReLU halves the variance in every layer", async () => {
  const options = { inputShape: [256], classes: 2, depth: 101, initialization: "glorot" } as const;
  const found = await variances(plainNetwork(options));
  const factor = (found.at(-1)! / found[0]!) ** (1 / 100);
  expect(factor).toBeAllClose(0.5, { rtol: 0.05 });
});

test("a deviation of 0.01 leaves nothing that float32 can hold", async () => {
  const options = { inputShape: [256], classes: 2, depth: 101, initialization: 0.01 };
  expect((await variances(plainNetwork(options))).at(-1)).toBe(0);
});

test("activationVariance is the variance of what the layer gives out", async () => {
  const model = plainNetwork({ inputShape: [2], classes: 2, depth: 1, units: 2 });
  model.getLayer("hidden1").setWeights([
    tf.tensor2d([
      [1, 0],
      [0, 2],
    ]),
    tf.zeros([2]),
  ]);
  const x = tf.tensor2d([
    [1, -5],
    [3, 2],
  ]); // after the ReLU: 1, 0, 3, 4
  expect(await activationVariance(model, x)).toEqual([{ layer: "hidden1", variance: 2.5 }]);
});

test("activationVariance leaves the model's running statistics and no tensor behind", async () => {
  const model = resNet({ inputShape: [8, 8, 1], classes: 2, width: 0.125 });
  const x = tf.randomNormal([4, 8, 8, 1], 5, 1, "float32", 1);
  const numbers = () => model.getWeights().map((weight) => [...weight.dataSync()]);
  const before = { numbers: numbers(), tensors: tf.memory().numTensors };
  await activationVariance(model, x);
  expect({ numbers: numbers(), tensors: tf.memory().numTensors }).toEqual(before);
});

test("activationVariance refuses a model without activations", async () => {
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
  await expect(activationVariance(model, tf.zeros([1, 2]))).rejects.toThrow(
    /no hidden layer has an activation/,
  );
});

test("plainNetwork refuses a deviation of 0", () => {
  const options = { inputShape: [2], classes: 2, initialization: 0 };
  expect(() => plainNetwork(options)).toThrow(/initialization = 0[\s\S]*"he", "glorot"/);
});
