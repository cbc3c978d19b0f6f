import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { formatSteps, stepThrough } from "../../lib/debugging/index.js";

const model = tf.sequential({
  layers: [
    tf.layers.flatten({ name: "flat", inputShape: [2, 2] }),
    tf.layers.dense({ name: "doubled", units: 3, kernelInitializer: "ones", activation: "relu" }),
  ],
});

test("stepThrough gives each layer's shapes, type, range and parameters, in order", async () => {
  expect(
    await stepThrough(model, [
      [
        [1, 2],
        [3, 4],
      ],
      [
        [-1, -2],
        [-3, -4],
      ],
    ]),
  ).toEqual([
    {
      layer: "flat",
      kind: "Flatten",
      inputShape: [2, 2, 2],
      outputShape: [2, 4],
      dtype: "float32",
      min: -4,
      max: 4,
      nonFinite: 0,
      parameters: 0,
    },
    {
      layer: "doubled",
      kind: "Dense",
      inputShape: [2, 4],
      outputShape: [2, 3],
      dtype: "float32",
      min: 0,
      max: 10,
      nonFinite: 0,
      parameters: 15,
    },
  ]);
});

test("stepThrough counts NaN where it first appears", async () => {
  const steps = await stepThrough(model, [
    [
      [1, Number.NaN],
      [3, 4],
    ],
  ]);
  expect(steps.map(({ nonFinite }) => nonFinite)).toEqual([1, 3]);
});

test("stepThrough opens models inside the model", async () => {
  const outer = tf.sequential({
    layers: [
      tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] }),
      tf.layers.softmax(),
    ],
  });
  expect((await stepThrough(outer, [[1, 2, 3]])).map(({ kind }) => kind)).toEqual(["Dense", "Softmax"]);
});

test("stepThrough says how far a batch got that does not fit, and leaves the model as it was", async () => {
  const before = tf.memory().numTensors;
  await expect(stepThrough(model, [[1, 2, 3]])).rejects.toThrow(
    /shape \[1, 3\] that does not enter the model/,
  );
  expect(tf.memory().numTensors).toBe(before);
  expect(Object.hasOwn(model.layers[0]!, "call")).toBe(false);
});

test("formatSteps makes a table of it", async () => {
  expect(
    formatSteps(
      await stepThrough(model, [
        [
          [1, 2],
          [3, 4],
        ],
      ]),
    ),
  ).toBe(
    [
      "layer    kind     input      output  dtype    range    not finite  parameters",
      "flat     Flatten  [1, 2, 2]  [1, 4]  float32  1 … 4    0           0",
      "doubled  Dense    [1, 4]     [1, 3]  float32  10 … 10  0           15",
    ].join("\n"),
  );
});
