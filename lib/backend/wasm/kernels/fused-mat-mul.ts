import * as tf from "@tensorflow/tfjs";
import type { KernelScope } from "../kernel-scope.js";
import { wasmKernel } from "../wasm-kernel.js";
import { leading, ownShape } from "./mat-mul.js";

interface Inputs {
  a: tf.TensorInfo;
  b: tf.TensorInfo;
  bias?: tf.TensorInfo;
  preluActivationWeights?: tf.TensorInfo;
}

/** Kernels of the activations that tfjs fuses; linear needs none. */
const activationKernels: Record<string, string> = {
  relu: tf.Relu,
  relu6: tf.Relu6,
  elu: tf.Elu,
  sigmoid: tf.Sigmoid,
  leakyrelu: tf.LeakyRelu,
  prelu: tf.Prelu,
};

/**
 * A dense layer in one step: y = activation(op(a)·op(b) + bias).
 *
 * tfjs's own wasm kernel is right for one untransposed pair with a bias of rank 1. For others it adds the bias once for
 * every 48 terms of the sum, so those are taken apart.
 */
export const fusedMatMul: tf.KernelConfig = wasmKernel<Inputs, tf._FusedMatMulAttrs>(
  tf._FusedMatMul,
  (inputs, attrs, scope) => {
    const { a, b, bias } = inputs;
    const { transposeA, transposeB } = attrs;
    const single = leading(a) === 1 && leading(b) === 1 && !transposeA && !transposeB;
    const present = Object.fromEntries(Object.entries(inputs).filter(([, tensor]) => tensor != null));
    return single && (bias == null || bias.shape.length === 1)
      ? scope.runReplaced(tf._FusedMatMul, { ...present, b: ownShape(b, scope) }, attrs)
      : takenApart(inputs, attrs, scope);
  },
);

function takenApart(
  { a, b, bias, preluActivationWeights: alpha }: Inputs,
  { transposeA, transposeB, activation, leakyreluAlpha }: tf._FusedMatMulAttrs,
  scope: KernelScope,
): tf.TensorInfo {
  const product = scope.run(tf.BatchMatMul, { a, b }, { transposeA, transposeB });
  const sum = bias == null ? product : scope.run(tf.Add, { a: product, b: bias });
  const kernel = activationKernels[activation];
  if (kernel === undefined) return sum;
  return alpha != null && kernel === tf.Prelu
    ? scope.run(kernel, { x: sum, alpha })
    : scope.run(kernel, { x: sum }, { alpha: leakyreluAlpha });
}
