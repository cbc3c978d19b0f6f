import * as tf from "@tensorflow/tfjs";
import { refusal } from "../refusal.js";
import { wasmKernel } from "../wasm-kernel.js";

/** Kernels that the wasm backend cannot run, or runs wrongly, by what a user calls them; absent from training. */
const calls: Record<string, readonly string[]> = {
  "tf.complex, tf.spectral (complex numbers)": [tf.Complex, tf.ComplexAbs, tf.FFT, tf.IFFT, tf.Imag, tf.Real],
  "tf.einsum, used by the layers EinsumDense and MultiHeadAttention": [tf.Einsum],
  "tf.dilation2d (morphological dilation)": [
    tf.Dilation2D,
    tf.Dilation2DBackpropFilter,
    tf.Dilation2DBackpropInput,
  ],
  "tf.browser.draw": [tf.Draw],
  "an operation on ragged tensors": [tf.RaggedGather, tf.RaggedRange, tf.RaggedTensorToTensor],
  "tf.string.staticRegexReplace": [tf.StaticRegexReplace],
};

/** Kernels that name the operation and the way out, instead of a missing kernel or a wrong number. */
export const unsupported: tf.KernelConfig[] = Object.entries(calls).flatMap(([call, kernelNames]) =>
  kernelNames.map((kernelName) =>
    wasmKernel(kernelName, () => {
      throw refusal(call, kernelName);
    }),
  ),
);
