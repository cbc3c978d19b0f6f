import * as tf from "@tensorflow/tfjs";
import type { HeapView, KernelScope } from "../kernel-scope.js";
import type { SlidingWindow } from "../sliding-window.js";
import { forEachPatchRow } from "./for-each-patch-row.js";

/**
 * The input's gradient of a convolution of any stride, in two or three dimensions: patches dy·wᵀ, added where each
 * patch was read.
 *
 * @param dy - [batch, ...output places, output channels]
 * @param filter - [...filter places, input channels, output channels]
 */
export function convolutionInputGradient(
  dy: tf.TensorInfo,
  filter: tf.TensorInfo,
  inputShape: number[],
  window: SlidingWindow,
  scope: KernelScope,
): tf.TensorInfo {
  const rows = (x: tf.TensorInfo): tf.TensorInfo =>
    scope.reshape(x, [1, tf.util.sizeFromShape(x.shape) / window.outChannels, window.outChannels]);
  const patches = scope.run(
    tf.BatchMatMul,
    { a: rows(dy), b: rows(filter) },
    { transposeA: false, transposeB: true },
  );
  const dx = scope.zeros(inputShape);
  const [from, to] = [scope.values(patches), scope.values(dx)];
  forEachPatchRow(window, (inPatches, inImage, length) => addRow(to, inImage, from, inPatches, length));
  return dx;
}

/** A function of its own, because V8 runs loops over captured arrays half as fast. */
function addRow(to: HeapView, start: number, from: HeapView, first: number, length: number): void {
  for (let i = 0; i < length; i++) to[start + i]! += from[first + i]!;
}
