import "./support/exact-arithmetic.js";
import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { compile } from "../../../lib/backend/index.js";
import { penalties } from "../../../lib/training/index.js";
import { startNative } from "../support/start-native.js";
import { layerCases } from "./support/layer-cases.js";
import { type Trained, trainBothWays } from "./support/train-both-ways.js";

beforeAll(async () => {
  await startNative();
});

function trained(input: readonly number[], layers: tf.layers.Layer[], compiled: boolean): Trained {
  const inputs = tf.input({ shape: [...input] });
  let x = inputs;
  for (const layer of layers) x = layer.apply(x) as tf.SymbolicTensor;
  if (x.shape.length > 2) x = tf.layers.flatten().apply(x) as tf.SymbolicTensor;
  const outputs = tf.layers.dense({ units: 3 }).apply(x) as tf.SymbolicTensor;
  const model = tf.model({ inputs, outputs });
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const optimizer = tf.train.adam(0.01);
  const lossOf = (x: tf.Tensor, y: tf.Tensor) => {
    const error = tf.losses.meanSquaredError(y, model.apply(x, { training: true }) as tf.Tensor) as tf.Scalar;
    return penalties(model).reduce((sum, term) => sum.add(term), error);
  };
  const plain = (x: tf.Tensor, y: tf.Tensor) => optimizer.minimize(() => lossOf(x, y), true, variables)!;
  const step = compile(plain);
  return {
    ...{ model, input, output: [3], step: compiled ? step : plain, why: () => step.report().why },
    dispose: () => {
      step.dispose();
      optimizer.dispose();
    },
  };
}

test.each(layerCases)("%s: compiled and op by op, 20 updates end with the same bits", (_, input, make) => {
  const { expected, received, why } = trainBothWays((compiled) => trained(input, make(), compiled));
  expect(why).toBeUndefined();
  expect(received).toEqual(expected);
  expect(received.every(Number.isFinite)).toBe(true);
});
