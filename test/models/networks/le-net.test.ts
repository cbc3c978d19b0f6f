import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { leNet } from "../../../lib/models/index.js";

test("leNet at 32 × 32 × 1 and 10 classes has the paper's 61,706 parameters", () => {
  const model = leNet({ inputShape: [32, 32, 1], classes: 10 });
  expect(model.countParams()).toBe(156 + 2_416 + 48_120 + 10_164 + 850);
  expect(model.outputs[0]!.shape).toEqual([null, 10]);
  model.dispose();
});

test("leNet for colours has 300 parameters more, all in its first convolution", () => {
  const model = leNet({ inputShape: [32, 32, 3], classes: 10 });
  expect(model.countParams()).toBe(61_706 + 2 * 25 * 6);
  expect(model.getLayer("conv1").countParams()).toBe(456);
  model.dispose();
});

test("leNet pads pictures of 28 × 28, so that they meet the same later layers", () => {
  const model = leNet({ inputShape: [28, 28, 1], classes: 10 });
  expect(model.countParams()).toBe(61_706);
  model.dispose();
});

test("leNet defaults to pictures of 32 × 32 × 3", () => {
  const model = leNet({ classes: 2 });
  expect(model.inputs[0]!.shape).toEqual([null, 32, 32, 3]);
  model.dispose();
});

test.each([0, 1])(
  "leNet with seed %d gives the same weights twice, and others than another seed",
  async (seed) => {
    const [a, b, other] = [seed, seed, seed + 7].map((s) =>
      leNet({ inputShape: [16, 16, 1], classes: 3, seed: s }),
    );
    const weights = async (model: tf.LayersModel) => [...(await model.getWeights()[0]!.data())];
    expect(await weights(a!)).toEqual(await weights(b!));
    expect(await weights(a!)).not.toEqual(await weights(other!));
    for (const model of [a!, b!, other!]) model.dispose();
  },
);

test.each([
  ["relu", 2 / 400],
  ["tanh", 2 / (400 + 120)],
] as const)(
  "leNet with %s starts its weights with the variance of He or Glorot",
  async (activation, variance) => {
    const model = leNet({ inputShape: [32, 32, 1], classes: 10, activation });
    const kernel = (await model.getLayer("dense1").getWeights()[0]!.data()) as Float32Array;
    const measured = kernel.reduce((sum, w) => sum + w * w, 0) / kernel.length;
    expect(measured).toBeAllClose(variance, { rtol: 0.03 }); // 48,000 draws: a deviation of 0.5 %
    model.dispose();
  },
);

test("leNet answers with probabilities", async () => {
  const model = leNet({ inputShape: [16, 16, 1], classes: 3 });
  const output = tf.tidy(() => model.predict(tf.ones([2, 16, 16, 1])) as tf.Tensor);
  const [a, b, c] = await output.data();
  expect(a! + b! + c!).toBeAllClose(1, { rtol: 1e-5 });
  output.dispose();
  model.dispose();
});

test("leNet leaves no tensor behind once it is disposed", () => {
  const before = tf.memory().numTensors;
  leNet({ inputShape: [16, 16, 1], classes: 3 }).dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test("leNet refuses pictures that are too small, a single class and a misspelt option", () => {
  expect(() => leNet({ inputShape: [8, 8, 1], classes: 2 })).toThrow(/at least 12 × 12/);
  expect(() => leNet({ inputShape: [32, 32, 1], classes: 1 })).toThrow(/two classes/);
  for (const inputShape of [[32, -32, 1], [32, 32], [32, 32, 0], [28.5, 28, 1], 28 as unknown as number[]])
    expect(() => leNet({ inputShape, classes: 2 })).toThrow(/\[height, width, channels\]/);
  // @ts-expect-error
  expect(() => leNet({ classes: 2, sede: 1 })).toThrow(/"seed" instead of "sede"/);
});

test("an untrained leNet guesses: its loss is ln(classes) to within 3 %", () => {
  const model = leNet({ inputShape: [16, 16, 1], classes: 10 });
  const loss = tf.tidy(() => {
    const images = tf.randomNormal([64, 16, 16, 1], 0, 1, "float32", 3);
    const labels = tf.oneHot(tf.range(0, 64, 1, "int32").mod(tf.scalar(10, "int32")), 10);
    return tf.metrics
      .categoricalCrossentropy(labels, model.predict(images) as tf.Tensor)
      .mean()
      .dataSync()[0]!;
  });
  expect(loss).toBeAllClose(Math.log(10), { rtol: 0.03 });
  model.dispose();
});
