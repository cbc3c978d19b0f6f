import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { startWasm } from "../../../../lib/backend/wasm/index.js";
import { expectSameGradients, gradientsOn, leftBehind } from "../support/gradients-on.js";

beforeAll(startWasm);

const sizes: [rows: number, inner: number, columns: number][] = [
  [1, 1, 1],
  [5, 7, 3],
  [1, 100, 1],
  [130, 97, 61],
  [33, 300, 10],
];
const pairs = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
] as const;
const shapesOf = ([rows, inner, columns]: number[], transposeA: boolean, transposeB: boolean) => [
  transposeA ? [inner!, rows!] : [rows!, inner!],
  transposeB ? [columns!, inner!] : [inner!, columns!],
];

test.each(pairs)("matMul, transposed %s and %s", async (transposeA, transposeB) => {
  for (const size of sizes)
    await expectSameGradients({
      f: (a: tf.Tensor, b: tf.Tensor) => tf.matMul(a, b, transposeA, transposeB),
      shapes: shapesOf(size, transposeA, transposeB),
    });
});

test.each(pairs)("fused matMul with a bias, transposed %s and %s", async (transposeA, transposeB) => {
  for (const size of sizes)
    for (const activation of ["linear", "relu"] as const)
      await expectSameGradients({
        f: (a: tf.Tensor2D, b: tf.Tensor2D, bias: tf.Tensor) =>
          tf.fused.matMul({ a, b, bias, activation, transposeA, transposeB }),
        shapes: [...shapesOf(size, transposeA, transposeB), [size[2]]],
      });
});

test.each(["relu", "relu6", "elu", "sigmoid", "leakyrelu", "prelu"] as const)(
  "fused matMul of a batch, then %s",
  async (activation) => {
    const values = await Promise.all(
      ["cpu", "wasm"].map(async (backend) => {
        await tf.setBackend(backend);
        return tf.tidy(() => {
          const [a, b, bias] = [tf.range(-30, 30), tf.range(0, 60), tf.range(-3, 1)];
          const preluActivationWeights = tf.tensor1d([0.1, 0.2, 0.3, 0.4]);
          const call = { a: a.reshape([2, 2, 15]), b: b.reshape([1, 15, 4]), bias, activation };
          return tf.fused
            .matMul({ ...call, a: call.a.div(100), leakyreluAlpha: 0.3, preluActivationWeights } as never)
            .dataSync();
        });
      }),
    );
    expect(values[1]).toBeAllClose(values[0]!, { rtol: 1e-5, atol: 1e-6 });
  },
);

test("a batch of matrices with a bias adds the bias once", () =>
  expectSameGradients({
    f: (a: tf.Tensor3D, b: tf.Tensor3D, bias: tf.Tensor) =>
      tf.fused.matMul({ a, b, bias, activation: "linear" } as never),
    shapes: [[3, 5, 100], [3, 100, 7], [7]],
  }));

test("one matrix can be the right factor under two shapes", () =>
  expectSameGradients({
    f: (a: tf.Tensor, b: tf.Tensor, c: tf.Tensor) =>
      tf.concat([tf.matMul(a, b).flatten(), tf.matMul(c, b.reshape([6, 4])).flatten()]),
    shapes: [
      [2, 4],
      [4, 6],
      [2, 6],
    ],
  }));

test("whole numbers multiply to whole numbers, so a confusion matrix can be counted", () => {
  const [truth, guess] = [tf.tensor1d([0, 1, 1, 2], "int32"), tf.tensor1d([0, 1, 2, 2], "int32")];
  const counts = tf.math.confusionMatrix(truth, guess, 3);
  expect(counts.dtype).toBe("int32");
  expect(counts.arraySync()).toEqual([
    [1, 0, 0],
    [0, 1, 1],
    [0, 0, 1],
  ]);
  tf.dispose([truth, guess, counts]);
});

test("products leave no memory behind", async () => {
  const left = await leftBehind(async () => {
    for (const [transposeA, transposeB] of pairs)
      await gradientsOn("wasm", {
        f: (a: tf.Tensor2D, b: tf.Tensor2D, bias: tf.Tensor) =>
          tf.fused.matMul({ a, b, bias, transposeA, transposeB }),
        shapes: [...shapesOf([5, 7, 3], transposeA, transposeB), [3]],
      });
  });
  expect(left).toEqual({ tensors: 0, blocks: 0 });
});
