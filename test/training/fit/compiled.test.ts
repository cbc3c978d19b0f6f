import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { start } from "../../../lib/backend/index.js";
import type { History } from "../../../lib/core/index.js";
import * as training from "../../../lib/training/index.js";
import { blobs } from "../../support/blobs.js";
import { smallNetwork } from "../small-network.js";

const data = blobs(30);

async function train(options: training.FitOptions = {}): Promise<{ history: History; weights: number[] }> {
  const model = smallNetwork();
  const history = await training.fit(model, data, {
    epochs: 4,
    batchSize: 8,
    learningRate: 0.01,
    ...options,
  });
  const weights = model.getWeights().flatMap((weight) => [...weight.dataSync()]);
  model.dispose();
  return { history, weights };
}

test("on native TensorFlow an update is one compiled call, the smaller last batch too, and the history says so", async () => {
  await start({ backend: "tensorflow", quiet: true });
  const compiled = await train();
  const plain = await train({ compiled: false });
  expect(compiled.history).toMatchObject({ compiled: true, backend: "tensorflow" });
  expect(compiled.history.whyNotCompiled).toBeUndefined();
  expect(plain.history).toMatchObject({
    compiled: false,
    whyNotCompiled: "The step runs op by op, as it was asked to.",
  });
  expect(compiled.weights).toBeAllClose(plain.weights, { rtol: 1e-5, atol: 1e-7 });
});

test("a loss that reads values in JavaScript trains op by op, and the history says why", async () => {
  await start({ backend: "tensorflow", quiet: true });
  const { history } = await train({
    loss: (labels, output) => {
      output.dataSync();
      return tf.losses.softmaxCrossEntropy(tf.oneHot(labels as tf.Tensor1D, 3), output.log()) as tf.Scalar;
    },
  });
  expect(history).toMatchObject({ compiled: false });
  expect(history.whyNotCompiled).toContain("it reads a tensor's values in JavaScript");
  expect(history.epochs[3]!.train.loss).toBeLessThan(history.epochs[0]!.train.loss);
});

test("on another backend the history says that it compiles nothing", async () => {
  await start({ backend: "cpu", quiet: true });
  const { history } = await train({ epochs: 1 });
  expect(history.whyNotCompiled).toBe("The step runs op by op, since the cpu backend compiles nothing.");
});
