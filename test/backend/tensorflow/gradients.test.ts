import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { farthest, onBackend } from "../support/on-backend.js";

/** Gradients of a model's loss with respect to each of its weights; model and data are the same on every backend. */
function weightGradients(layers: () => tf.layers.Layer[], inputShape: number[]): tf.Tensor[] {
  const model = tf.sequential({ layers: layers() });
  const x = tf.randomNormal([4, ...inputShape], 0, 1, "float32", 1);
  const labels = tf.oneHot([0, 1, 2, 1], 3);
  const loss = (): tf.Scalar =>
    tf.losses.softmaxCrossEntropy(labels, model.apply(x, { training: true }) as tf.Tensor);
  const { value, grads } = tf.variableGrads(loss);
  model.dispose();
  return [value, ...Object.values(grads)];
}

const init = { kernelInitializer: tf.initializers.glorotUniform({ seed: 3 }) };
const models: Record<string, [() => tf.layers.Layer[], number[]]> = {
  "a convolutional network": [
    () => [
      tf.layers.conv2d({ inputShape: [10, 10, 2], filters: 3, kernelSize: 3, activation: "relu", ...init }),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.conv2d({
        filters: 4,
        kernelSize: 3,
        strides: 2,
        padding: "same",
        activation: "tanh",
        ...init,
      }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 3, ...init }),
    ],
    [10, 10, 2],
  ],
  "an LSTM": [
    () => [
      tf.layers.lstm({
        inputShape: [6, 3],
        units: 5,
        recurrentInitializer: tf.initializers.glorotUniform({ seed: 4 }),
        ...init,
      }),
      tf.layers.dense({ units: 3, ...init }),
    ],
    [6, 3],
  ],
  "a network with batch normalization": [
    () => [
      tf.layers.conv2d({ inputShape: [6, 6, 1], filters: 3, kernelSize: 3, useBias: false, ...init }),
      tf.layers.batchNormalization(),
      tf.layers.reLU(),
      tf.layers.globalAveragePooling2d({}),
      tf.layers.dense({ units: 3, ...init }),
    ],
    [6, 6, 1],
  ],
};

test.each(Object.entries(models))(
  "the gradients of %s agree with pure JavaScript's",
  async (_, [layers, shape]) => {
    const expected = await onBackend("cpu", () => weightGradients(layers, shape));
    const received = await onBackend("tensorflow", () => weightGradients(layers, shape));
    expect(received.length).toBeGreaterThan(3);
    expect(received.map((values, i) => farthest(values, expected[i]!)).filter((far) => far > 1e-4)).toEqual(
      [],
    );
  },
);
