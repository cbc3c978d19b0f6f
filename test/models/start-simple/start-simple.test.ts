import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { start } from "../../../lib/backend/index.js";
import { datasetFromArrays, makeTrajectories, regressionFromArrays } from "../../../lib/data/index.js";
import { startSimple } from "../../../lib/models/index.js";
import { evaluate, fit } from "../../../lib/training/index.js";
import { blobs } from "../../support/blobs.js";

beforeAll(() => start({ quiet: true }));

/** Samples of a shape, all of them zeros. */
function blank(shape: readonly number[], labels: readonly number[] = [0, 1], classes = ["no", "yes"]) {
  const size = shape.reduce((a, b) => a * b, 1);
  return datasetFromArrays({ x: new Uint8Array(size * labels.length), shape, labels, classes });
}

test.each([
  [[7], "MLP", /Samples of 7 numbers/],
  [[9, 3], "LSTM", /Sequences of 9 steps of 3 numbers/],
  [[28, 28, 1], "LeNet", /Pictures of 28 × 28 pixels: LeNet/],
  [[80, 90, 3], "LeNet", /scaled down to 32 × 32/],
  [[8, 8, 1], "MLP", /too small for convolutions/],
] as const)("startSimple takes for samples of shape %j an %s", (shape, name, reason) => {
  const { model, recipe, metric, why } = startSimple(blank(shape));
  expect(model.name).toBe(name);
  expect(why[0]).toMatch(reason);
  expect({ recipe, metric }).toEqual({
    recipe: { optimizer: "adam", learningRate: 3e-4, batchSize: 2, loss: "crossEntropy" },
    metric: "error",
  });
  model.dispose();
});

test("startSimple lets the untrained network answer with the classes' shares, and says what to beat", () => {
  const { model, metric, why } = startSimple(blank([4], [0, 0, 0, 1]));
  const answer = tf.tidy(() => (model.predict(tf.zeros([1, 4])) as tf.Tensor).dataSync());
  expect(answer).toBeAllClose([0.75, 0.25], { rtol: 1e-5 });
  expect(metric).toBe("balancedAccuracy");
  expect(why).toContain('Without learning, always "no" errs on 25.0 % of these samples: beat that first.');
  expect(why.join(" ")).toMatch(/"yes" has 1 samples and "no" 3/);
  model.dispose();
});

test("startSimple's model, recipe and inputs go straight into fit, and learn from inputs of any scale", async () => {
  const spread = [1e3, 1, 1e-3, 1];
  const scaled = (seed: number) => {
    const { labels, classes, rows } = blobs(400, { seed });
    const x = rows.map((value, i) => spread[i % 4]! * (value + 5));
    return datasetFromArrays({ x, shape: [4], labels, classes });
  };
  const [train, trainVal] = [scaled(0), scaled(1)];
  const { model, recipe, normalize, why } = startSimple(train);
  expect(why.join(" ")).toMatch(/column 0 has mean \S+ and deviation \S+\): normalize/);
  // biome-ignore lint/suspicious/noFocusedTests: this fit trains
  await fit(model, normalize(train), { ...recipe, epochs: 20 });
  expect((await evaluate(model, normalize(trainVal))).error).toBeLessThan(0.02);
  model.dispose();
});

test("startSimple standardises columns, leaves padding at zero, and trajectories as they are", () => {
  const sequences = datasetFromArrays({
    x: Float32Array.of(100, 2, 300, 2, 0, 0, 100, 4, 0, 0, 0, 0),
    shape: [3, 2],
    lengths: Int32Array.of(2, 1),
    labels: [0, 1],
    classes: ["no", "yes"],
  });
  const { model, normalize } = startSimple(sequences);
  const { x } = normalize(sequences).batch([1, 0]);
  const third = Math.sqrt(0.5); // of 100, 300, 100 and of 2, 2, 4: mean 5/3 and 8/3, deviation 2√2/3 of a step
  expect(x).toBeAllClose([-third, 2 * third, 0, 0, 0, 0, -third, -third, 2 * third, -third, 0, 0], {
    rtol: 1e-5,
  });
  expect(normalize(sequences)).toMatchObject({ size: 2, lengths: Int32Array.of(2, 1), ids: ["0", "1"] });
  const people = makeTrajectories(50);
  const simple = startSimple(people);
  expect(simple.normalize(people)).toBe(people);
  for (const each of [model, simple.model]) each.dispose();
});

test("startSimple gives numbers a linear layer that starts at their mean, and model.compile learns from it", async () => {
  const x = Float32Array.from({ length: 64 }, (_, i) => (i - 32) / 16);
  const line = regressionFromArrays({
    x,
    shape: [1],
    targets: x.map((v) => 3 * v + 40),
    targetNames: ["price"],
  });
  const { model, recipe, metric, why } = startSimple(line);
  expect({ loss: recipe.loss, metric }).toEqual({ loss: "meanSquaredError", metric: "rmse" });
  expect(why.join(" ")).toMatch(/always the mean is off by 3\.46/);
  model.compile({ optimizer: tf.train.adam(100 * recipe.learningRate), loss: recipe.loss });
  const [inputs, targets] = [tf.tensor2d(x, [64, 1]), tf.tensor2d(line.targets, [64, 1])];
  const { history } = await model.fit(inputs, targets, { epochs: 30, verbose: 0, shuffle: false });
  expect(history.loss![0]).toBeLessThan(13); // begins at the variance, 12
  expect(history.loss!.at(-1)).toBeLessThan(0.5);
  tf.dispose([inputs, targets]);
  model.dispose();
});

test("startSimple says so where targets are of another size than networks like", () => {
  const prices = { x: Float32Array.of(0, 1), shape: [1], targets: [1e5, 3e5], targetNames: ["price"] };
  const { model, why } = startSimple(regressionFromArrays(prices));
  expect(why.join(" ")).toMatch(/"price" deviates by 100000 from its mean: divide/);
  model.dispose();
});

test("startSimple refuses other shapes, channels first, one class, no samples, NaN and misspelt options", () => {
  const before = tf.memory().numTensors;
  expect(() => startSimple(blank([2, 3, 4, 5]))).toThrow(/\[2, 3, 4, 5\][\s\S]*leave the batch axis out/);
  expect(() => startSimple(blank([3, 32, 32]))).toThrow(/transpose them to \[32, 32, 3\]/);
  expect(() => startSimple(blank([4], [0], ["only"]))).toThrow(/the one class only/);
  expect(() => startSimple({ ...blank([4]), size: 0 })).toThrow(/without samples/);
  const broken = { ...blank([1]), batch: () => ({ x: Float32Array.of(0, Number.NaN), shape: [2, 1] }) };
  expect(() => startSimple(broken)).toThrow(/NaN in sample 1/);
  // @ts-expect-error
  expect(() => startSimple(blank([4]), { sede: 1 })).toThrow(/"seed" instead of "sede"/);
  const { model, normalize } = startSimple(
    datasetFromArrays({ x: Float32Array.of(1e4, 0), shape: [1], labels: [0, 1], classes: ["a", "b"] }),
  );
  expect(() => normalize(blank([2]))).toThrow(/shape \[2\][\s\S]*\[1\]/);
  model.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
