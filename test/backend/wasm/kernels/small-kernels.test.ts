import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { startWasm } from "../../../../lib/backend/wasm/index.js";
import { UsageError } from "../../../../lib/core/index.js";
import { expectClose } from "../support/expect-close.js";
import { expectSameGradients, gradientsOn } from "../support/gradients-on.js";
import { transposeOf } from "../support/transpose-of.js";

beforeAll(startWasm);

const wasm = async <Result>(f: () => Result): Promise<Result> => {
  await tf.setBackend("wasm");
  return tf.tidy(f as () => tf.TensorContainer) as Result;
};

test("clipByValue keeps NaN, so a loss of NaN stays NaN", async () => {
  const clipped = await wasm(() => [...tf.clipByValue([Number.NaN, -1, 0.5, 2], 0, 1).dataSync()]);
  expect(clipped).toEqual([Number.NaN, 0, 0.5, 1]);
});

test("clipByValue of whole numbers", async () => {
  const clipped = await wasm(() => [...tf.clipByValue(tf.tensor1d([-5, 1, 7], "int32"), 0, 3).dataSync()]);
  expect(clipped).toEqual([0, 1, 3]);
});

test("a number is true as a bool unless it is zero", async () => {
  const truths = await wasm(() => [
    [...tf.cast(tf.tensor1d([0.5, 0, -2, Number.NaN]), "bool").dataSync()],
    [...tf.cast(tf.tensor1d([2, 0, -1], "int32"), "bool").dataSync()],
  ]);
  expect(truths).toEqual([
    [1, 0, 1, 1],
    [1, 0, 1],
  ]);
});

test("casts between numbers are tfjs's own", async () => {
  const cast = await wasm(() => tf.cast(tf.tensor1d([1.7, -1.7, 3]), "int32").arraySync());
  expect(cast).toEqual([1, -1, 3]);
});

test.each([
  { shape: [3], reps: [4] },
  { shape: [2, 3], reps: [1, 1] },
  { shape: [2, 3], reps: [3, 2] },
  { shape: [1, 1, 1, 5], reps: [2, 3, 4, 1] },
  { shape: [2, 1, 3], reps: [2, 3, 2] },
])("tile of $shape by $reps", ({ shape, reps }) =>
  expectSameGradients({ f: (x: tf.Tensor) => tf.tile(x, reps), shapes: [shape] }),
);

test("tile keeps bools, and makes nothing of nothing", async () => {
  const tiled = await wasm(() => [
    tf.tile(tf.tensor1d([true, false], "bool"), [2]).arraySync(),
    tf.tile(tf.zeros([0, 2]), [3, 2]).shape,
    tf.tile(tf.ones([2, 2]), [0, 1]).shape,
  ]);
  expect(tiled).toEqual([
    [1, 0, 1, 0],
    [0, 4],
    [0, 2],
  ]);
});

test("unsortedSegmentSum drops rows whose segment does not exist", async () => {
  const sums = await wasm(() =>
    tf
      .unsortedSegmentSum(
        tf.tensor2d([
          [1, 2],
          [3, 4],
          [5, 6],
        ]),
        tf.tensor1d([1, -1, 1], "int32"),
        3,
      )
      .arraySync(),
  );
  expect(sums).toEqual([
    [0, 0],
    [6, 8],
    [0, 0],
  ]);
});

// tfjs's cpu gradient of nearest-neighbour resizing is wrong where sizes are no multiples, and throws for bilinear.
test("resizing an image", async () => {
  const resizes = [
    (x: tf.Tensor): tf.Tensor => tf.image.resizeNearestNeighbor(x as tf.Tensor4D, [7, 5]),
    (x: tf.Tensor): tf.Tensor => tf.image.resizeBilinear(x as tf.Tensor4D, [7, 5]),
  ];
  for (const f of resizes) {
    const [, gradient] = await gradientsOn("wasm", { f, shapes: [[2, 4, 3, 2]] });
    expectClose([gradient!], [await transposeOf(f, [2, 4, 3, 2])]);
  }
});

test.each<[call: string, f: () => tf.Tensor]>([
  ["tf.dilation2d", () => tf.dilation2d(tf.ones<tf.Rank.R4>([1, 4, 4, 1]), tf.ones([2, 2, 1]), 1, "same")],
  ["tf.einsum", () => tf.einsum("ij,jk->ik", tf.ones([2, 2]), tf.ones([2, 2]))],
  ["tf.tile of strings", () => tf.tile(tf.tensor1d(["a", "b"]), [2])],
  ["tf.complex", () => tf.complex([1], [2])],
])("%s is refused with the way out", async (call, f) => {
  const error = await wasm(f).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UsageError);
  expect((error as UsageError).got).toContain(call);
  expect((error as UsageError).fix).toContain('backend: "tensorflow"');
});
