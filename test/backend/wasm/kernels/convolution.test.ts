import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { startWasm } from "../../../../lib/backend/wasm/index.js";
import { expectClose } from "../support/expect-close.js";
import { drawn, expectSameGradients, gradientsOn, leftBehind, useBackend } from "../support/gradients-on.js";

type Padding = "valid" | "same" | number;

beforeAll(startWasm);

const convolution = (
  [batch, height, width, inChannels]: number[],
  [filterHeight, filterWidth, outChannels]: number[],
  stride: number | [number, number],
  padding: Padding,
) => ({
  f: (x: tf.Tensor4D, w: tf.Tensor4D) => tf.conv2d(x, w, stride, padding),
  shapes: [
    [batch!, height!, width!, inChannels!],
    [filterHeight!, filterWidth!, inChannels!, outChannels!],
  ],
});

const cases: [image: number[], filter: number[], stride: number | [number, number], padding: Padding][] = [
  [[1, 5, 5, 1], [3, 3, 1], 1, "valid"],
  [[3, 9, 7, 3], [3, 3, 5], 1, "same"],
  [[2, 8, 8, 4], [2, 2, 3], 1, "same"], // an even filter pads unevenly
  [[2, 8, 8, 3], [3, 3, 6], 2, "same"],
  [[2, 9, 9, 3], [3, 3, 6], 2, "same"],
  [[2, 9, 8, 3], [3, 2, 4], 2, "valid"], // the last column is never read
  [[2, 11, 10, 2], [3, 3, 4], 3, "valid"], // the last rows are never read
  [[2, 11, 10, 2], [2, 2, 4], 3, "same"],
  [[2, 8, 8, 5], [1, 1, 7], 1, "valid"],
  [[2, 8, 7, 5], [1, 1, 7], 2, "same"], // a ResNet's shortcut
  [[2, 9, 9, 5], [1, 1, 7], 2, "valid"],
  [[2, 7, 7, 3], [5, 5, 4], 1, 2],
  [[2, 7, 7, 3], [3, 3, 4], 2, 1],
  [[1, 4, 4, 2], [2, 2, 3], 1, 3], // more padding than the filter is wide
  [[2, 6, 6, 2], [6, 6, 3], 1, "valid"], // the filter covers the image
  [[2, 3, 3, 2], [5, 5, 3], 1, "same"], // the filter is larger than the image
  [[2, 9, 6, 3], [3, 1, 4], [2, 1], "same"],
  [[2, 9, 6, 3], [1, 5, 4], [1, 3], "valid"],
  [[40, 6, 6, 17], [3, 3, 19], 1, "same"], // more than one block of channels
];

test.each(cases)("conv2d of %j with %j, stride %j, %j", (image, filter, stride, padding) =>
  expectSameGradients(convolution(image, filter, stride, padding)),
);

test.each(cases)("depthwise conv2d of %j with %j, stride %j, %j", (image, filter, stride, padding) =>
  expectSameGradients({
    f: (x: tf.Tensor4D, w: tf.Tensor4D) => tf.depthwiseConv2d(x, w, stride, padding),
    shapes: [image, [filter[0]!, filter[1]!, image[3]!, 2]],
  }),
);

test("conv2d with explicit, uneven padding", () =>
  expectSameGradients({
    f: (x: tf.Tensor4D, w: tf.Tensor4D) =>
      tf.conv2d(x, w, 1, [
        [0, 0],
        [2, 0],
        [0, 1],
        [0, 0],
      ]),
    shapes: [
      [2, 5, 6, 2],
      [3, 3, 2, 4],
    ],
  }));

test.each([1, 2] as const)("conv2d whose size is rounded down, stride %d", (stride) =>
  expectSameGradients({
    f: (x: tf.Tensor4D, w: tf.Tensor4D) => tf.conv2d(x, w, stride, 1, "NHWC", 1, "floor"),
    shapes: [
      [2, 6, 6, 2],
      [3, 3, 2, 4],
    ],
  }),
);

test("conv1d, separableConv2d and conv2dTranspose", async () => {
  await expectSameGradients({
    f: (x: tf.Tensor3D, w: tf.Tensor3D) => tf.conv1d(x, w, 2, "same"),
    shapes: [
      [2, 9, 3],
      [3, 3, 4],
    ],
  });
  await expectSameGradients({
    f: (x: tf.Tensor4D, d: tf.Tensor4D, p: tf.Tensor4D) => tf.separableConv2d(x, d, p, 1, "same"),
    shapes: [
      [2, 7, 6, 3],
      [3, 3, 3, 2],
      [1, 1, 6, 4],
    ],
  });
  await expectSameGradients({
    f: (x: tf.Tensor4D, w: tf.Tensor4D) => tf.conv2dTranspose(x, w, [2, 9, 9, 3], 2, "valid"),
    shapes: [
      [2, 4, 4, 5],
      [3, 3, 3, 5],
    ],
  });
});

test.each(["same", "valid"] as const)("conv3d, %s", async (padding) => {
  for (const stride of [1, 2])
    await expectSameGradients({
      f: (x: tf.Tensor5D, w: tf.Tensor5D) => tf.conv3d(x, w, stride, padding),
      shapes: [
        [2, 4, 5, 6, 2],
        [3, 2, 3, 2, 3],
      ],
    });
});

test("a dilated convolution's values are the cpu backend's; tfjs has no gradient for it", async () => {
  const dilated = async (backend: string) => {
    await useBackend(backend);
    return tf.tidy(() => {
      const x = tf.tensor(drawn([2, 9, 9, 3], "normal", 1), [2, 9, 9, 3]) as tf.Tensor4D;
      const w = tf.tensor(drawn([3, 3, 3, 4], "normal", 2), [3, 3, 3, 4]) as tf.Tensor4D;
      return Float32Array.from(tf.conv2d(x, w, 1, "same", "NHWC", 2).dataSync());
    });
  };
  expectClose([await dilated("wasm")], [await dilated("cpu")]);
});

test("convolutions leave no memory behind", async () => {
  const left = await leftBehind(async () => {
    for (const one of cases) await gradientsOn("wasm", convolution(...one));
  });
  expect(left).toEqual({ tensors: 0, blocks: 0 });
});
