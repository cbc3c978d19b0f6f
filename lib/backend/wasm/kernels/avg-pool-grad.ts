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
 * Average-pooling's gradient: each upstream number is shared out evenly among the inputs that its mean was taken of.
 *
 * dx[i] = Σ over windows w that hold i of dy[w] / |w|, where |w| counts what of w lies inside the image
 *
 * tfjs's own kernels, cpu's too, divide by the whole filter at the padded border, where the forward pass does not.
 */
export const avgPoolGrads: tf.KernelConfig[] = [tf.AvgPoolGrad, tf.AvgPool3DGrad].map((name) =>
  wasmKernel<Inputs, PoolAttrs>(name, ({ dy, input }, attrs, scope) => {
    const window = poolWindow(input.shape, attrs);
    const dx = scope.zeros(input.shape);
    const [upstream, gradient] = [scope.values(dy), scope.values(dx)];
    forEachWindow(window, (output, first, offsets) => {
      for (const offset of offsets)
        addShare(gradient, first + offset, upstream, output, window.inChannels, 1 / offsets.length);
    });
    return dx;
  }),
);

/** to[start…] += share · from[output…]; a function of its own, because V8 runs loops over captured arrays half as fast. */
function addShare(
  to: HeapView,
  start: number,
  from: HeapView,
  output: number,
  channels: number,
  share: number,
): void {
  for (let i = 0; i < channels; i++) to[start + i]! += share * from[output + i]!;
}
