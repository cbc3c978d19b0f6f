import * as tf from "@tensorflow/tfjs";
import { type PoolAttrs, poolWindow } from "../sliding-window.js";
import { wasmKernel } from "../wasm-kernel.js";
import { forEachWindow } from "./for-each-window.js";

/**
 * Max-pooling over [batch, depth, height, width, channels]: y[w] = max over i in w of x[i].
 *
 * tfjs's own wasm kernel starts each maximum at a positive number, and so gives about 0 where all are negative.
 */
export const maxPool3D: tf.KernelConfig = wasmKernel<{ x: tf.TensorInfo }, PoolAttrs>(
  tf.MaxPool3D,
  ({ x }, attrs, scope) => {
    const window = poolWindow(x.shape, attrs);
    const y = scope.empty([window.batch, ...window.output, window.outChannels]);
    const [values, maxima] = [scope.values(x), scope.values(y)];
    maxima.fill(Number.NEGATIVE_INFINITY);
    forEachWindow(window, (output, first, offsets) => {
      for (const offset of offsets)
        for (let channel = 0; channel < window.inChannels; channel++)
          maxima[output + channel] = Math.max(maxima[output + channel]!, values[first + offset + channel]!);
    });
    return y;
  },
);
