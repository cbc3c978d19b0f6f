import * as tf from "@tensorflow/tfjs";
import { wasmKernel } from "../wasm-kernel.js";

/**
 * A change of data type; to bool, y = (x ≠ 0).
 *
 * tfjs's own wasm kernel makes bools by cutting off digits: 0.5 became false and 2 stayed 2.
 */
export const cast: tf.KernelConfig = wasmKernel<{ x: tf.TensorInfo }, tf.CastAttrs>(
  tf.Cast,
  ({ x }, { dtype }, scope) => {
    if (dtype !== "bool" || x.dtype === "bool") return scope.runReplaced(tf.Cast, { x }, { dtype });
    const y = scope.empty(x.shape, "bool");
    const [values, truths] = [scope.values(x), scope.values(y)];
    for (let i = 0; i < values.length; i++) truths[i] = values[i] === 0 ? 0 : 1;
    return y;
  },
);
