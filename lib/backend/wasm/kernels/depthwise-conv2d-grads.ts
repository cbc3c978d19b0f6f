import * as tf from "@tensorflow/tfjs";
import { type SlidingWindow, window2D } from "../sliding-window.js";
import { wasmKernel } from "../wasm-kernel.js";

type Shape4 = [number, number, number, number];
type Numbers = Float32Array | Float64Array | Int32Array | Uint8Array;
type Attrs = Omit<tf.DepthwiseConv2dNativeBackpropFilterAttrs, "filterShape">;

/**
 * A depthwise convolution's gradient with respect to its input:
 *
 * dx[b, i, c] = Σ over o and k with s·o + e·k − p = i, and m, of dy[b, o, c·M + m] · w[k, c, m]
 *
 * s is the stride, e the dilation, M the channel multiplier.
 */
export const depthwiseConv2dBackpropInput: tf.KernelConfig = wasmKernel<
  { dy: tf.TensorInfo; filter: tf.TensorInfo },
  tf.DepthwiseConv2dNativeBackpropInputAttrs
>(tf.DepthwiseConv2dNativeBackpropInput, ({ dy, filter }, attrs, scope) => {
  const window = depthwiseWindow(attrs.inputShape, filter.shape, attrs);
  const dx = scope.zeros(attrs.inputShape);
  const [upstream, weights, gradient] = [scope.values(dy), scope.values(filter), scope.values(dx)];
  const multiplier = window.outChannels / window.inChannels;
  forEachPair(window, (pixel, output, weight) => {
    addToInput(gradient, pixel, upstream, output, weights, weight, window.outChannels, multiplier);
  });
  return dx;
});

/**
 * A depthwise convolution's gradient with respect to its filter:
 *
 * dw[k, c, m] = Σ over b and o of x[b, s·o + e·k − p, c] · dy[b, o, c·M + m]
 */
export const depthwiseConv2dBackpropFilter: tf.KernelConfig = wasmKernel<
  { x: tf.TensorInfo; dy: tf.TensorInfo },
  tf.DepthwiseConv2dNativeBackpropFilterAttrs
>(tf.DepthwiseConv2dNativeBackpropFilter, ({ x, dy }, attrs, scope) => {
  const window = depthwiseWindow(x.shape, attrs.filterShape, attrs);
  const dw = scope.empty(attrs.filterShape);
  const [values, upstream] = [scope.values(x), scope.values(dy)];
  const sums = new Float64Array(tf.util.sizeFromShape(attrs.filterShape)); // long sums lose digits in 32 bits
  const multiplier = window.outChannels / window.inChannels;
  forEachPair(window, (pixel, output, weight) => {
    addToFilter(sums, weight, upstream, output, values, pixel, window.outChannels, multiplier);
  });
  scope.values(dw).set(sums);
  return dw;
});

// The two inner loops are functions of their own, because V8 runs loops over captured arrays half as fast.

function addToInput(
  gradient: Numbers,
  pixel: number,
  upstream: Numbers,
  output: number,
  weights: Numbers,
  weight: number,
  channels: number,
  multiplier: number,
): void {
  for (let i = 0, to = pixel; i < channels; to++)
    for (let m = 0; m < multiplier; m++, i++) gradient[to]! += upstream[output + i]! * weights[weight + i]!;
}

function addToFilter(
  sums: Numbers,
  weight: number,
  upstream: Numbers,
  output: number,
  values: Numbers,
  pixel: number,
  channels: number,
  multiplier: number,
): void {
  for (let i = 0, from = pixel; i < channels; from++)
    for (let m = 0; m < multiplier; m++, i++) sums[weight + i]! += values[from]! * upstream[output + i]!;
}

function depthwiseWindow(inputShape: number[], filterShape: number[], attrs: Attrs): SlidingWindow {
  const { strides, dilations, pad, dimRoundingMode } = attrs;
  const [input, filter] = [inputShape as Shape4, filterShape as Shape4];
  return window2D(
    tf.backend_util.computeConv2DInfo(input, filter, strides, dilations, pad, dimRoundingMode, true),
  );
}

/** Calls `visit` with the first channel's index in the input, the output and the filter, for each pair that meets. */
function forEachPair(
  { batch, inChannels, outChannels, input, output, filter, stride, dilation, before }: SlidingWindow,
  visit: (pixel: number, output: number, weight: number) => void,
): void {
  const [, height, width] = input;
  let at = 0;
  for (let image = 0; image < batch; image++)
    for (let outRow = 0; outRow < output[1]; outRow++)
      for (let outColumn = 0; outColumn < output[2]; outColumn++, at += outChannels)
        for (let filterRow = 0; filterRow < filter[1]; filterRow++) {
          const row = outRow * stride[1] + filterRow * dilation[1] - before[1];
          if (row < 0 || row >= height) continue;
          for (let filterColumn = 0; filterColumn < filter[2]; filterColumn++) {
            const column = outColumn * stride[2] + filterColumn * dilation[2] - before[2];
            if (column < 0 || column >= width) continue;
            const pixel = ((image * height + row) * width + column) * inChannels;
            visit(pixel, at, (filterRow * filter[2] + filterColumn) * outChannels);
          }
        }
}
