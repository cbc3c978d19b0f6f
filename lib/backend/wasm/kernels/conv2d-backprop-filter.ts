import * as tf from "@tensorflow/tfjs";
import { window2D } from "../sliding-window.js";
import { wasmKernel } from "../wasm-kernel.js";

interface Inputs {
  x: tf.TensorInfo;
  dy: tf.TensorInfo;
}
type Shape4 = [number, number, number, number];

/**
 * A convolution's gradient with respect to its filter, which is a convolution too:
 *
 * dw[k, c, d] = Σ over b and o of x[b, s·o + k − p, c] · dy[b, o, d], k and o running over rows and columns
 *
 * With channels in the place of the batch (xᵀ: [c, height, width, b]) that is xᵀ convolved with dyᵀ: [o, b, d] as the
 * filter, the stride s now dilating it. The result, [c, k, d], is transposed back.
 */
export const conv2DBackpropFilter: tf.KernelConfig = wasmKernel<Inputs, tf.Conv2DBackpropFilterAttrs>(
  tf.Conv2DBackpropFilter,
  ({ x, dy }, { strides, pad, dimRoundingMode, filterShape, dataFormat }, scope) => {
    const info = tf.backend_util.computeConv2DInfo(
      x.shape as Shape4,
      filterShape as Shape4,
      strides,
      1,
      pad,
      dimRoundingMode,
      false,
      tf.backend_util.convertConv2DDataFormat(dataFormat),
    );
    const { input, output, filter, stride, before, inChannels } = window2D(info);
    // How far the windows reach: where the stride leaves the last rows or columns unread, they are cut off.
    const reach = [1, 2].map((axis) => (output[axis]! - 1) * stride[axis]! + filter[axis]! - before[axis]!);
    const read = [1, 2].map((axis) => Math.min(input[axis]!, reach[axis - 1]!));
    const size = [x.shape[0]!, ...read, inChannels];
    const cut = tf.util.arraysEqual(x.shape, size)
      ? x
      : scope.run(tf.Slice, { x }, { begin: [0, 0, 0, 0], size });
    const gradient = scope.run(
      tf.Conv2D,
      {
        x: scope.run(tf.Transpose, { x: cut }, { perm: [3, 1, 2, 0] }),
        filter: scope.run(tf.Transpose, { x: dy }, { perm: [1, 2, 0, 3] }),
      },
      {
        strides: 1,
        dilations: [stride[1], stride[2]],
        pad: [[0, 0], ...[1, 2].map((axis) => [before[axis]!, reach[axis - 1]! - read[axis - 1]!]), [0, 0]],
        dataFormat: "NHWC",
      },
    );
    return scope.run(tf.Transpose, { x: gradient }, { perm: [1, 2, 0, 3] });
  },
);
