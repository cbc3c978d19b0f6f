import * as tf from "@tensorflow/tfjs";
import { window3D } from "../sliding-window.js";
import { wasmKernel } from "../wasm-kernel.js";
import { forEachPatchRow } from "./for-each-patch-row.js";

interface Inputs {
  x: tf.TensorInfo;
  dy: tf.TensorInfo;
}
type Shape5 = [number, number, number, number, number];

/**
 * A three-dimensional convolution's gradient with respect to its filter: dw = Pᵀ·dy, each row of P the patch of x that
 * one output was computed from. tfjs's own wasm kernel is wrong for strides above 1.
 */
export const conv3DBackpropFilter: tf.KernelConfig = wasmKernel<Inputs, tf.Conv3DBackpropFilterV2Attrs>(
  tf.Conv3DBackpropFilterV2,
  ({ x, dy }, { strides, pad, filterShape }, scope) => {
    const info = tf.backend_util.computeConv3DInfo(x.shape as Shape5, filterShape, strides, 1, pad);
    const places = tf.util.sizeFromShape(dy.shape) / info.outChannels;
    const patches = scope.zeros([1, places, tf.util.sizeFromShape(filterShape) / info.outChannels]);
    const [from, to] = [scope.values(x), scope.values(patches)];
    forEachPatchRow(window3D(info), (inPatches, inImage, length) => {
      to.set(from.subarray(inImage, inImage + length), inPatches);
    });
    const dw = scope.run(
      tf.BatchMatMul,
      { a: patches, b: scope.reshape(dy, [1, places, info.outChannels]) },
      { transposeA: true, transposeB: false },
    );
    return scope.reshape(dw, filterShape);
  },
);
