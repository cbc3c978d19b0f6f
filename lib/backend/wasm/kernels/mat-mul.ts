import * as tf from "@tensorflow/tfjs";
import type { KernelScope } from "../kernel-scope.js";
import { wasmKernel } from "../wasm-kernel.js";

interface Inputs {
  a: tf.TensorInfo;
  b: tf.TensorInfo;
}

/** Matrices of one data's first use as the right factor, by the data's identity. */
const packedShapes = new WeakMap<object, string>();

/**
 * The matrix product y = op(a)·op(b) over the last two axes, op transposing where asked.
 *
 * XNNPACK multiplies one pair of untransposed matrices several times faster than tfjs's loops do the rest, so a
 * single pair is transposed first. Whole numbers, which tfjs's wasm kernel refuses, are multiplied as floats.
 */
export const matMul: tf.KernelConfig = wasmKernel<Inputs, tf.BatchMatMulAttrs>(
  tf.BatchMatMul,
  ({ a, b }, { transposeA, transposeB }, scope) => {
    const whole = a.dtype === "int32" && b.dtype === "int32";
    const [left, right] = whole ? [toFloat(a, scope), toFloat(b, scope)] : [a, b];
    const single = leading(a) === 1 && leading(b) === 1;
    const y = scope.runReplaced(
      tf.BatchMatMul,
      {
        a: single && transposeA ? transposed(left, scope) : left,
        b: single ? ownShape(transposeB ? transposed(right, scope) : right, scope) : right,
      },
      { transposeA: transposeA && !single, transposeB: transposeB && !single },
    );
    return whole ? scope.run(tf.Cast, { x: y }, { dtype: "int32" }) : y;
  },
);

/**
 * `b` itself, or a copy where its data was multiplied before under another shape: XNNPACK keeps the packed right
 * factor by the data's identity alone, and would read past its end.
 */
export function ownShape(b: tf.TensorInfo, scope: KernelScope): tf.TensorInfo {
  const shape = b.shape.slice(-2).join("×");
  const packed = packedShapes.get(b.dataId);
  if (packed === undefined) packedShapes.set(b.dataId, shape);
  if (packed === undefined || packed === shape) return b;
  const copy = scope.empty(b.shape);
  scope.values(copy).set(scope.values(b));
  return copy;
}

/** How many matrices a tensor holds. */
export function leading(x: tf.TensorInfo): number {
  return tf.util.sizeFromShape(x.shape.slice(0, -2));
}

function transposed(x: tf.TensorInfo, scope: KernelScope): tf.TensorInfo {
  const axes = x.shape.map((_, axis) => axis);
  const perm = [...axes.slice(0, -2), axes.at(-1)!, axes.at(-2)!];
  return scope.run(tf.Transpose, { x }, { perm });
}

function toFloat(x: tf.TensorInfo, scope: KernelScope): tf.TensorInfo {
  return scope.run(tf.Cast, { x }, { dtype: "float32" });
}
