import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";

type Inputs = Record<string, tf.TensorInfo>;

/** Numbers on WebAssembly's heap. */
export type HeapView = Float32Array | Int32Array | Uint8Array;

/** tfjs's own kernels that ours have replaced, by name; ours fall back on them. */
const replaced = new Map<string, tf.KernelConfig>();

/** Notes tfjs's own kernel before it is replaced. */
export function keepReplaced(kernel: tf.KernelConfig): void {
  if (!replaced.has(kernel.kernelName)) replaced.set(kernel.kernelName, kernel);
}

/**
 * What a kernel works with: other kernels, and memory on WebAssembly's heap.
 *
 * Everything made through a scope is freed when the kernel returns, but for what it returns.
 */
export class KernelScope {
  readonly #backend: BackendWasm;
  readonly #made: tf.TensorInfo[] = [];

  constructor(backend: BackendWasm) {
    this.#backend = backend;
  }

  /** The output of another kernel. */
  run(kernelName: string, inputs: Inputs, attrs: object = {}): tf.TensorInfo {
    return this.#call(tf.getKernel(kernelName, "wasm"), inputs, attrs);
  }

  /** The output of tfjs's own kernel, though ours is registered under its name. */
  runReplaced(kernelName: string, inputs: Inputs, attrs: object = {}): tf.TensorInfo {
    return this.#call(replaced.get(kernelName)!, inputs, attrs);
  }

  /** The same numbers under another shape. */
  reshape(x: tf.TensorInfo, shape: number[]): tf.TensorInfo {
    return this.run(tf.Reshape, { x }, { shape });
  }

  /** Numbers not yet written. */
  empty(shape: number[], dtype: tf.DataType = "float32"): tf.TensorInfo {
    return this.#keep(this.#backend.makeOutput(shape, dtype));
  }

  /** Zeros to add to. */
  zeros(shape: number[], dtype: tf.DataType = "float32"): tf.TensorInfo {
    const made = this.empty(shape, dtype);
    this.values(made).fill(0);
    return made;
  }

  /** A view of a tensor's numbers; the next tensor made may move the heap, so make first and view last. */
  values(tensor: tf.TensorInfo): HeapView {
    return this.#backend.typedArrayFromHeap(tensor) as HeapView;
  }

  /** Frees all that was made here, except `result`. */
  close(result?: tf.TensorInfo): void {
    for (const made of this.#made) if (made !== result) this.#backend.disposeData(made.dataId);
  }

  #call(kernel: tf.KernelConfig, inputs: Inputs, attrs: object): tf.TensorInfo {
    const call = { inputs, backend: this.#backend, attrs: attrs as tf.NamedAttrMap };
    return this.#keep(kernel.kernelFunc(call) as tf.TensorInfo);
  }

  #keep(made: tf.TensorInfo): tf.TensorInfo {
    this.#made.push(made);
    return made;
  }
}
