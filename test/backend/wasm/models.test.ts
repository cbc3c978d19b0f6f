import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { startWasm } from "../../../lib/backend/wasm/index.js";
import { integerBelow, randomSource } from "../../../lib/core/index.js";
import { expectClose } from "./support/expect-close.js";
import { drawn, leftBehind, useBackend } from "./support/gradients-on.js";
import { embeddedLstm, maskedLstm, separableNet, smallLeNet, smallResNet } from "./support/small-models.js";

beforeAll(startWasm);

const models = { smallLeNet, maskedLstm, embeddedLstm, smallResNet, separableNet };
type Name = keyof typeof models;
const samples = 5;

interface Trial {
  model: tf.LayersModel;
  x: tf.Tensor;
  y: tf.Tensor;
}

/** A model with the same weights on every backend, and a batch. */
function makeTrial(name: Name): Trial {
  const model = models[name]();
  const weights = model.weights.map(({ name: weight, shape }, i) => {
    const positive = /variance|gamma/.test(weight);
    const numbers = drawn(shape as number[], positive ? "positive" : "normal", i);
    return tf.tensor(positive ? numbers : numbers.map((value) => 0.3 * value), shape as number[]);
  });
  model.setWeights(weights);
  tf.dispose(weights);
  const shape = [samples, ...(model.inputs[0]!.shape.slice(1) as number[])];
  const numbers = drawn(shape, name === "embeddedLstm" ? { below: 7 } : "normal", 50);
  if (name === "maskedLstm")
    for (let step = 0; step < samples * 6; step += 4) numbers.fill(0, step * 3, step * 3 + 3);
  const random = randomSource(1, "labels");
  const labels = Array.from({ length: samples }, () => integerBelow(4, random));
  return {
    model,
    x: tf.tensor(numbers, shape),
    y: tf.tidy(() => tf.oneHot(tf.tensor1d(labels, "int32"), 4).toFloat()),
  };
}

const numbersOf = (tensors: tf.Tensor[]) => tensors.map((tensor) => Float32Array.from(tensor.dataSync()));
const crossEntropy = (y: tf.Tensor, p: tf.Tensor) =>
  tf.metrics.categoricalCrossentropy(y, p).mean() as tf.Scalar;

/** The outputs at inference, the loss in training, and its gradient with respect to every weight. */
async function gradientsOf(name: Name, backend: string): Promise<Float32Array[]> {
  await useBackend(backend);
  const { model, x, y } = makeTrial(name);
  const trained = tf.tidy(() => {
    const inference = model.predict(x) as tf.Tensor;
    const loss = () => crossEntropy(y, model.apply(x, { training: true }) as tf.Tensor);
    const { value, grads } = tf.variableGrads(loss);
    const gradients = model.trainableWeights.map((weight) => grads[(weight.read() as tf.Variable).name]!);
    return numbersOf([inference, value, ...gradients]);
  });
  tf.dispose([x, y]);
  model.dispose();
  return trained;
}

/** Losses and weights of ten training steps. */
async function trainedBy(
  name: Name,
  backend: string,
  optimizer: () => tf.Optimizer,
): Promise<Float32Array[]> {
  await useBackend(backend);
  const { model, x, y } = makeTrial(name);
  model.compile({ optimizer: optimizer(), loss: "categoricalCrossentropy" });
  const losses: number[] = [];
  for (let step = 0; step < 10; step++) losses.push((await model.trainOnBatch(x, y)) as number);
  const trained = [Float32Array.from(losses), ...numbersOf(model.getWeights())];
  tf.dispose([x, y]);
  model.optimizer.dispose();
  model.dispose();
  return trained;
}

test.each(Object.keys(models) as Name[])(
  "%s: outputs and all gradients are the cpu backend's",
  async (name) => {
    const gradients = await gradientsOf(name, "wasm");
    expect(gradients.length).toBeGreaterThan(5);
    expectClose(gradients, await gradientsOf(name, "cpu"));
  },
);

test.each(Object.keys(models) as Name[])(
  "%s: ten steps of descent end at the cpu backend's weights",
  async (name) => {
    const sgd = () => tf.train.sgd(0.05);
    const trained = await trainedBy(name, "wasm", sgd);
    expect(trained[0]![9]).toBeLessThan(trained[0]![0]!);
    expectClose(trained, await trainedBy(name, "cpu", sgd), 1e-3);
  },
);

// Not centered RMSProp, which tfjs itself takes to NaN: it subtracts epsilon under the root.
test.each<[string, () => tf.Optimizer]>([
  ["sgd", () => tf.train.sgd(0.1)],
  ["momentum", () => tf.train.momentum(0.1, 0.9)],
  ["nesterov", () => tf.train.momentum(0.1, 0.9, true)],
  ["adagrad", () => tf.train.adagrad(0.1)],
  ["adadelta", () => tf.train.adadelta(0.1)],
  ["adam", () => tf.train.adam(0.01)],
  ["adamax", () => tf.train.adamax(0.01)],
  ["rmsprop", () => tf.train.rmsprop(0.01)],
])("%s takes the same ten steps as on the cpu backend", async (_, optimizer) => {
  expectClose(
    await trainedBy("maskedLstm", "wasm", optimizer),
    await trainedBy("maskedLstm", "cpu", optimizer),
    1e-3,
  );
});

test.each(Object.keys(models) as Name[])("%s leaves no memory behind in training", async (name) => {
  const left = await leftBehind(() => trainedBy(name, "wasm", () => tf.train.adam(0.01)));
  expect(left).toEqual({ tensors: 0, blocks: 0 });
});

test("an LSTM with the default initializers starts on wasm", () => {
  const model = tf.sequential({ layers: [tf.layers.lstm({ units: 4, inputShape: [3, 2] })] });
  const rows = model.getWeights()[1]! as tf.Tensor2D;
  const identity = tf.matMul(rows, rows, false, true); // orthogonal rows: W·Wᵀ = I
  expect(identity.flatten().arraySync()).toSatisfy((values: number[]) =>
    values.every((value, i) => Math.abs(value - (i % 5 === 0 ? 1 : 0)) < 1e-4),
  );
  identity.dispose();
  model.dispose();
});
