import type * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { KernelScope } from "./kernel-scope.js";

/** A kernel's body: its inputs by name, its attributes, and a scope that frees what it leaves behind. */
export type KernelBody<Inputs, Attrs> = (inputs: Inputs, attrs: Attrs, scope: KernelScope) => tf.TensorInfo;

/**
 * A kernel of the wasm backend, ready to register.
 *
 * @param kernelName - tfjs's name of the operation
 * @param body - computes the one output; whatever else it makes is freed, also when it throws
 */
export function wasmKernel<Inputs, Attrs = object>(
  kernelName: string,
  body: KernelBody<Inputs, Attrs>,
): tf.KernelConfig {
  const kernelFunc: tf.KernelFunc = ({ inputs, attrs, backend }) => {
    const scope = new KernelScope(backend as BackendWasm);
    let result: tf.TensorInfo | undefined;
    try {
      result = body(inputs as Inputs, attrs as Attrs, scope);
      return result;
    } finally {
      scope.close(result);
    }
  };
  return { kernelName, backendName: "wasm", kernelFunc };
}
