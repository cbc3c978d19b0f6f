import * as tf from "@tensorflow/tfjs";
import { window3D } from "../sliding-window.js";
import { wasmKernel } from "../wasm-kernel.js";
import { convolutionInputGradient } from "./convolution-input-gradient.js";

interface Inputs {
  dy: tf.TensorInfo;
  filter: tf.TensorInfo;
}
type Shape5 = [number, number, number, number, number];

/**
 * A three-dimensional convolution's gradient with respect to its input; the formula is Conv2DBackpropInput's, with
 * depth beside rows and columns. tfjs's own wasm kernel is wrong near a padded border.
 */
export const conv3DBackpropInput: tf.KernelConfig = wasmKernel<Inputs, tf.Conv3DBackpropInputV2Attrs>(
  tf.Conv3DBackpropInputV2,
  ({ dy, filter }, { strides, pad, inputShape }, scope) => {
    const info = tf.backend_util.computeConv3DInfo(inputShape, filter.shape as Shape5, strides, 1, pad);
    return convolutionInputGradient(dy, filter, inputShape, window3D(info), scope);
  },
);
