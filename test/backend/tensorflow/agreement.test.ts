import * as tf from "@tensorflow/tfjs";
import { expect, test } from "vitest";
import { normal, randomSource } from "../../../lib/core/index.js";
import { farthest, onBackend } from "../support/on-backend.js";

/** Seeded numbers of a shape. */
function numbers(shape: number[], seed = 1): tf.Tensor {
  const random = randomSource(seed, "agreement");
  return tf.tensor(
    Float32Array.from({ length: tf.util.sizeFromShape(shape) }, () => normal(random)),
    shape,
  );
}

const images = (): tf.Tensor4D => numbers([2, 6, 5, 3]) as tf.Tensor4D;
const matrix = (): tf.Tensor2D => numbers([4, 5]) as tf.Tensor2D;
const whole = (): tf.Tensor1D => tf.tensor1d([3, -7, 0, 12], "int32");

/** Ops without a gradient, or whose types and shapes are the point; those with one are in gradients.test.ts. */
const cases: Record<string, () => tf.Tensor[]> = {
  comparisons: () => [
    tf.greater(matrix(), 0),
    tf.lessEqual(matrix(), 0.5),
    tf.equal(whole(), 0),
    tf.notEqual(whole(), 3),
  ],
  logic: () => [
    tf.logicalXor(tf.greater(matrix(), 0), tf.less(matrix(), 1)),
    tf.any(tf.greater(matrix(), 2), 1),
  ],
  "whole numbers": () => [
    tf.mul(whole(), 3),
    tf.floorDiv(whole(), 4),
    tf.mod(whole(), 5),
    tf.sum(whole()),
    tf.cast(matrix(), "int32"),
  ],
  arguments: () => [tf.argMax(matrix(), 1), tf.argMin(images(), 2)],
  sorting: () => [tf.topk(matrix(), 3).values, tf.topk(matrix(), 3).indices, tf.unique(whole()).values],
  choosing: () => [
    tf.where(tf.greater(matrix(), 0), matrix(), 0),
    tf.gatherND(matrix(), [[1, 2]]),
    tf.oneHot([2, 0], 4),
  ],
  scattering: () => [
    tf.scatterND([[1], [3]], [5, 6], [5]),
    tf.bincount(tf.tensor1d([1, 1, 2], "int32"), [], 4),
  ],
  reductions: () => [
    tf.mean(images(), [1, 2]),
    tf.prod(matrix(), 0),
    tf.moments(images(), [0, 1, 2]).variance,
    tf.norm(matrix()),
  ],
  convolutions: () => [
    tf.conv2d(images(), numbers([3, 3, 3, 4]) as tf.Tensor4D, 2, "same"),
    tf.conv2d(images(), numbers([3, 3, 3, 4]) as tf.Tensor4D, 1, "valid", "NHWC", 2),
    tf.conv2d(images(), numbers([3, 3, 3, 4]) as tf.Tensor4D, 1, [
      [0, 0],
      [1, 2],
      [2, 1],
      [0, 0],
    ]),
    tf.depthwiseConv2d(images(), numbers([3, 3, 3, 2]) as tf.Tensor4D, 1, "same"),
    tf.conv2dTranspose(images(), numbers([3, 3, 4, 3]) as tf.Tensor4D, [2, 12, 10, 4], 2, "same"),
  ],
  pooling: () => [tf.maxPool(images(), 2, 2, "same"), tf.avgPool(images(), 3, 1, "valid")],
  fused: () => [
    tf.fused.matMul({ a: matrix(), b: numbers([5, 2]), bias: numbers([2]), activation: "relu" }),
    tf.fused.conv2d({
      x: images(),
      filter: numbers([3, 3, 3, 4]) as tf.Tensor4D,
      strides: 1,
      pad: "same",
      bias: numbers([4]),
      activation: "relu",
    }),
  ],
  shapes: () => [
    tf.transpose(images(), [3, 0, 2, 1]),
    tf.pad(
      matrix(),
      [
        [1, 0],
        [0, 2],
      ],
      7,
    ),
    tf.tile(matrix(), [2, 1]),
    tf.reverse(matrix(), 1),
    tf.stridedSlice(matrix(), [0, 1], [4, 5], [2, 2]),
    ...tf.split(matrix(), [1, 3], 0),
  ],
  resizing: () => [
    tf.image.resizeBilinear(images(), [9, 7]),
    tf.image.resizeNearestNeighbor(images(), [3, 4]),
    tf.image.flipLeftRight(images()),
  ],
  "running sums": () => [tf.cumsum(matrix(), 1, true), tf.cumprod(matrix(), 0, false, true)],
  transforms: () => [
    tf.real(tf.fft(tf.complex(matrix(), tf.zerosLike(matrix())))),
    tf.einsum("ij,kj->ik", matrix(), matrix()),
  ],
  activations: () => [
    tf.softmax(matrix()),
    tf.logSoftmax(matrix()),
    tf.leakyRelu(matrix(), 0.3),
    tf.elu(matrix()),
    tf.selu(matrix()),
    tf.softplus(matrix()),
  ],
};

test.each(Object.entries(cases))("%s agree with the reference in pure JavaScript", async (_, compute) => {
  const expected = await onBackend("cpu", compute);
  const received = await onBackend("tensorflow", compute);
  expect(received.map((values, i) => farthest(values, expected[i]!)).filter((far) => far > 1e-5)).toEqual([]);
});
