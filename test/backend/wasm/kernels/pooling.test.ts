import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { startWasm } from "../../../../lib/backend/wasm/index.js";
import { expectClose } from "../support/expect-close.js";
import { expectSameGradients, gradientsOn, leftBehind } from "../support/gradients-on.js";
import { transposeOf } from "../support/transpose-of.js";

type Padding = "valid" | "same" | number;

beforeAll(startWasm);

const cases: [image: number[], size: number | [number, number], stride: number, padding: Padding][] = [
  [[2, 6, 6, 3], 2, 2, "valid"],
  [[2, 7, 5, 3], 2, 2, "valid"], // the last row and column are never read
  [[2, 7, 5, 3], 2, 2, "same"],
  [[1, 7, 7, 2], 3, 1, "same"], // windows overlap
  [[1, 8, 8, 2], 3, 2, "same"],
  [[1, 8, 8, 2], 3, 2, 1],
  [[2, 5, 6, 1], [2, 3], 1, "valid"],
  [[2, 4, 4, 5], 4, 4, "valid"], // global
  [[2, 5, 5, 3], 1, 2, "valid"], // windows leave gaps
];

test.each(cases)("max-pooling of %j, %j, stride %d, %j", (image, size, stride, padding) =>
  expectSameGradients({
    f: (x: tf.Tensor4D) => tf.maxPool(x, size, stride, padding),
    shapes: [image],
  }),
);

test.each(cases)("max-pooling of negative numbers, %j, %j, stride %d, %j", (image, size, stride, padding) =>
  expectSameGradients({
    f: (x: tf.Tensor4D) => tf.maxPool(tf.sub(x, 10) as tf.Tensor4D, size, stride, padding),
    shapes: [image],
  }),
);

test("of equal maxima the first gets the gradient", async () => {
  await tf.setBackend("wasm");
  const gradient = tf.tidy(() =>
    tf
      .grad((x) => tf.maxPool(x as tf.Tensor4D, 2, 2, "valid"))(tf.zeros([1, 2, 4, 1]))
      .dataSync(),
  );
  expect([...gradient]).toEqual([1, 0, 1, 0, 0, 0, 0, 0]);
});

// tfjs's cpu gradient of average-pooling divides by the whole window at a padded border, so the values are the judge.
test.each(cases)("average-pooling of %j, %j, stride %d, %j", async (image, size, stride, padding) => {
  const f = (x: tf.Tensor) => tf.avgPool(x as tf.Tensor4D, size, stride, padding);
  const [, gradient] = await gradientsOn("wasm", { f, shapes: [image] });
  expectClose([gradient!], [await transposeOf(f, image)]);
});

test.each(["valid", "same"] as const)("three-dimensional pooling, %s", async (padding) => {
  const shape = [2, 4, 5, 3, 2];
  await expectSameGradients({
    f: (x: tf.Tensor) => tf.maxPool3d(tf.sub(x, 10) as tf.Tensor5D, 2, 2, padding),
    shapes: [shape],
  });
  const average = (x: tf.Tensor) => tf.avgPool3d(x as tf.Tensor5D, 2, 2, padding);
  const [, gradient] = await gradientsOn("wasm", { f: average, shapes: [shape] });
  expectClose([gradient!], [await transposeOf(average, shape)]);
});

test("global pooling layers", async () => {
  for (const layer of [tf.layers.globalAveragePooling2d({}), tf.layers.globalMaxPooling2d({})])
    await expectSameGradients({ f: (x: tf.Tensor) => layer.apply(x) as tf.Tensor, shapes: [[3, 5, 4, 6]] });
});

test("pooling leaves no memory behind", async () => {
  const left = await leftBehind(async () => {
    for (const [image, size, stride, padding] of cases)
      for (const pool of [tf.maxPool, tf.avgPool])
        await gradientsOn("wasm", { f: (x: tf.Tensor4D) => pool(x, size, stride, padding), shapes: [image] });
  });
  expect(left).toEqual({ tensors: 0, blocks: 0 });
});
