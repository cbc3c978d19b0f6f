import * as tf from "@tensorflow/tfjs";
import type { KernelScope } from "../kernel-scope.js";
import type { SlidingWindow } from "../sliding-window.js";
import { scatterPatches } from "./scatter-patches.js";

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
  scatterPatches(scope.values(patches), scope.values(dx), window);
  return dx;
}
