import * as tf from "@tensorflow/tfjs";
import { wasmKernel } from "../wasm-kernel.js";

/**
 * y = min(max(x, low), high), and NaN stays NaN.
 *
 * tfjs's own wasm kernel turns NaN into `low`, so a cross-entropy of NaN probabilities looked finite.
 */
export const clipByValue: tf.KernelConfig = wasmKernel<{ x: tf.TensorInfo }, tf.ClipByValueAttrs>(
  tf.ClipByValue,
  ({ x }, { clipValueMin: low, clipValueMax: high }, scope) => {
    const y = scope.empty(x.shape, x.dtype);
    const [values, clipped] = [scope.values(x), scope.values(y)];
    for (let i = 0; i < values.length; i++) clipped[i] = Math.min(Math.max(values[i]!, low), high);
    return y;
  },
);
