import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { start } from "../../../lib/backend/index.js";
import type { NodeBackend } from "../../../lib/backend/tensorflow/index.js";
import { leNet } from "../../../lib/models/index.js";
import { makeOptimizer, type OptimizerName } from "../../../lib/training/index.js";
import { updateStep } from "../../../lib/training/step/update-step.js";
import { smallNetwork } from "../small-network.js";

beforeAll(async () => void (await start({ backend: "tensorflow", quiet: true })));

const normalizing = (): tf.LayersModel => {
  const model = tf.sequential();
  model.add(tf.layers.inputLayer({ inputShape: [4] }));
  model.add(tf.layers.batchNormalization());
  model.add(tf.layers.dense({ units: 3, activation: "softmax", kernelInitializer: "ones" }));
  return model;
};

/** Twenty updates on batches of four, in calls of so many: all weights, losses, and what the optimizer remembers. */
function train(build: () => tf.LayersModel, optimizerName: OptimizerName, inOneCall: number) {
  const model = build();
  const optimizer = makeOptimizer(optimizerName, 0.01);
  const step = updateStep(model, optimizer, (x: tf.Tensor, y: tf.Tensor) => ({ x, y }), { l2: 1e-3 });
  const losses: number[] = [];
  for (let first = 0; first < 20; first += inOneCall)
    tf.tidy(() => {
      const batches = Array.from({ length: inOneCall }, (_, i) =>
        tf.randomNormal(
          [4, ...(model.inputs[0]!.shape.slice(1) as number[])],
          0,
          1,
          "float32",
          first + i + 1,
        ),
      );
      const y = tf.tensor1d(Array(inOneCall).fill([0, 1, 2, 1]).flat(), "int32");
      const seen =
        inOneCall === 1 ? step([batches[0]!, y]) : step.several([tf.concat(batches), y], inOneCall);
      losses.push(...seen.dataSync());
    });
  const learned = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const remembered = optimizer.variables(learned).map(({ variable }) => [...variable.dataSync()]);
  const weights = model.getWeights().map((weight) => [...weight.dataSync()]);
  step.dispose();
  optimizer.dispose();
  model.dispose();
  return { losses, weights, remembered };
}

test.each<[string, () => tf.LayersModel, OptimizerName]>([
  ...(["sgd", "momentum", "nesterov", "adam", "adamW", "rmsprop", "adagrad"] as const).map(
    (name): [string, () => tf.LayersModel, OptimizerName] => [`a small network, ${name}`, smallNetwork, name],
  ),
  ["batch normalization", normalizing, "adam"],
  ["LeNet", () => leNet({ inputShape: [32, 32, 3], classes: 3, seed: 0 }), "adam"],
])("several updates in one call end with the bits of as many calls: %s", (_, build, optimizer) => {
  const { numTensors } = tf.memory();
  const { binding } = tf.backend() as NodeBackend;
  const handles = binding.getNumOfTensors();
  const one = train(build, optimizer, 1);
  expect(train(build, optimizer, 5)).toEqual(one);
  expect([tf.memory().numTensors, binding.getNumOfTensors()]).toEqual([numTensors, handles]);
});
