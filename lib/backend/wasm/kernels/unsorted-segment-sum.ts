import * as tf from "@tensorflow/tfjs";
import { wasmKernel } from "../wasm-kernel.js";

interface Inputs {
  x: tf.TensorInfo;
  segmentIds: tf.TensorInfo;
}

/**
 * Rows of x added up by segment, which is the gradient of gathering rows (an embedding):
 *
 * y[s] = Σ over i with segmentIds[i] = s of x[i]; rows with an id outside 0 … numSegments − 1 are dropped
 */
export const unsortedSegmentSum: tf.KernelConfig = wasmKernel<Inputs, tf.UnsortedSegmentSumAttrs>(
  tf.UnsortedSegmentSum,
  ({ x, segmentIds }, { numSegments }, scope) => {
    const rowShape = x.shape.slice(1);
    const rowSize = tf.util.sizeFromShape(rowShape);
    const y = scope.zeros([numSegments, ...rowShape], x.dtype);
    const [rows, ids, sums] = [scope.values(x), scope.values(segmentIds), scope.values(y)];
    ids.forEach((id, row) => {
      if (id < 0 || id >= numSegments) return;
      for (let i = 0; i < rowSize; i++) sums[id * rowSize + i]! += rows[row * rowSize + i]!;
    });
    return y;
  },
);
