import * as tf from "@tensorflow/tfjs";
import type { KernelScope } from "../kernel-scope.js";
import { type SlidingWindow, window2D } from "../sliding-window.js";
import { wasmKernel } from "../wasm-kernel.js";
import { convolutionInputGradient } from "./convolution-input-gradient.js";
import { turnFilter } from "./turn-filter.js";

interface Inputs {
  dy: tf.TensorInfo;
  filter: tf.TensorInfo;
}
type Shape4 = [number, number, number, number];

/**
 * A convolution's gradient with respect to its input:
 *
 * dx[b, i, c] = Σ over places o and filter places k with s·o + k − p = i, and d, of dy[b, o, d] · w[k, c, d]
 *
 * With stride 1 that is dy convolved with the filter turned by 180° and its channels exchanged, which XNNPACK does
 * fast; otherwise the patches dy·wᵀ are scattered. tfjs's own wasm kernel computes the same in plain loops.
 */
export const conv2DBackpropInput: tf.KernelConfig = wasmKernel<Inputs, tf.Conv2DBackpropInputAttrs>(
  tf.Conv2DBackpropInput,
  ({ dy, filter }, { strides, pad, dimRoundingMode, inputShape, dataFormat }, scope) => {
    const info = tf.backend_util.computeConv2DInfo(
      inputShape,
      filter.shape as Shape4,
      strides,
      1,
      pad,
      dimRoundingMode,
      false,
      tf.backend_util.convertConv2DDataFormat(dataFormat),
    );
    const window = window2D(info);
    const padding = fullPadding(window);
    return padding === undefined
      ? convolutionInputGradient(dy, filter, inputShape, window, scope)
      : turnedConvolution(dy, filter, padding, scope);
  },
);

/** Padding of dy for the turned filter to reach every input, or nothing where dy would have to be cropped. */
function fullPadding({ input, output, filter, stride, before }: SlidingWindow): number[][] | undefined {
  const padding = [1, 2].map((axis) => {
    const first = filter[axis]! - 1 - before[axis]!;
    return [first, input[axis]! - output[axis]! + filter[axis]! - 1 - first];
  });
  const possible = stride[1] === 1 && stride[2] === 1 && padding.flat().every((rows) => rows >= 0);
  return possible ? [[0, 0], ...padding, [0, 0]] : undefined;
}

function turnedConvolution(
  dy: tf.TensorInfo,
  filter: tf.TensorInfo,
  pad: number[][],
  scope: KernelScope,
): tf.TensorInfo {
  const [height, width, inChannels, outChannels] = filter.shape as Shape4;
  const turned = scope.empty([height, width, outChannels, inChannels]);
  turnFilter(scope.values(filter), scope.values(turned), inChannels, outChannels);
  const attrs = { strides: 1, dilations: 1, pad, dataFormat: "NHWC" };
  return scope.run(tf.Conv2D, { x: dy, filter: turned }, attrs);
}
