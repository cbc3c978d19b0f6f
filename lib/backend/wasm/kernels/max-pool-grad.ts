import * as tf from "@tensorflow/tfjs";
import type { HeapView } from "../kernel-scope.js";
import { type PoolAttrs, poolWindow } from "../sliding-window.js";
import { wasmKernel } from "../wasm-kernel.js";
import { forEachWindow } from "./for-each-window.js";

interface Inputs {
  dy: tf.TensorInfo;
  input: tf.TensorInfo;
}

/**
 * Max-pooling's gradient: each upstream number goes to its window's maximum, to the first one where several are equal.
 *
 * dx[i] = Σ over windows w with argmax(w) = i of dy[w]
 *
 * tfjs's own wasm kernel takes a window without a positive number to have its maximum at the image's first pixel.
 */
export const maxPoolGrads: tf.KernelConfig[] = [tf.MaxPoolGrad, tf.MaxPool3DGrad].map((name) =>
  wasmKernel<Inputs, PoolAttrs>(name, ({ dy, input }, attrs, scope) => {
    const window = poolWindow(input.shape, attrs);
    const dx = scope.zeros(input.shape);
    const [x, upstream, gradient] = [scope.values(input), scope.values(dy), scope.values(dx)];
    forEachWindow(window, (output, first, offsets) => {
      for (let channel = 0; channel < window.inChannels; channel++) {
        const at = indexOfMaximum(x, first + channel, offsets);
        if (at >= 0) gradient[at]! += upstream[output + channel]!;
      }
    });
    return dx;
  }),
);

/** Where among `first + offsets` the largest number is, or −1 where there is none but NaN and −∞. */
function indexOfMaximum(x: HeapView, first: number, offsets: Int32Array): number {
  let maximum = Number.NEGATIVE_INFINITY;
  let at = -1;
  for (let k = 0; k < offsets.length; k++) {
    const i = first + offsets[k]!;
    const value = x[i]!;
    if (value > maximum) {
      maximum = value;
      at = i;
    }
  }
  return at;
}
