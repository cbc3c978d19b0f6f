import * as tf from "@tensorflow/tfjs";
import type { NodeBackend } from "./load-kernels.js";
import { idOf } from "./native-backend.js";
import type { OpAttribute } from "./op-types.js";
import { attributeTypes, dataTypes } from "./type-codes.js";

/**
 * Rows of numbers that lie with TensorFlow, of which a step takes some: sent there once, in place of a batch at each step.
 *
 * Bytes stay bytes, which tfjs has no tensor for, until they are taken.
 */
export class HeldRows {
  readonly #backend: NodeBackend;
  readonly #id: number;
  readonly #type: number;

  /**
   * @param values - all rows, one after the other; they are copied
   * @param shape - [rows, …row]
   */
  constructor(
    backend: NodeBackend,
    values: Uint8Array | Float32Array | Int32Array,
    shape: readonly number[],
  ) {
    this.#backend = backend;
    this.#type = typeOf(values);
    this.#id = backend.binding.createTensor([...shape], this.#type, values);
  }

  /**
   * Some of the rows, in the given order; a step that is compiled may call it.
   *
   * @param indices - int32, shape [batch]
   * @returns shape [batch, …row]; int32 where the rows are, otherwise float32
   */
  take(indices: tf.Tensor): tf.Tensor {
    return tf.tidy(() => {
      const { binding } = this.#backend;
      const [rows, axis] = [indices, tf.scalar(0, "int32")].map((tensor) => idOf(this.#backend, tensor));
      const [taken] = binding.executeOp("GatherV2", gather(this.#type), [this.#id, rows!, axis!], 1);
      if (this.#type !== dataTypes.uint8) return this.#backend.createOutputTensor(taken!);
      try {
        const [numbers] = binding.executeOp("Cast", bytesToFloats, [taken!.id], 1);
        return this.#backend.createOutputTensor(numbers!);
      } finally {
        if (binding.has(taken!.id)) binding.deleteTensor(taken!.id); // none is made where a step is only gone through
      }
    });
  }

  dispose(): void {
    this.#backend.binding.deleteTensor(this.#id);
  }
}

function typeOf(values: Uint8Array | Float32Array | Int32Array): number {
  if (values instanceof Uint8Array) return dataTypes.uint8;
  return values instanceof Float32Array ? dataTypes.float32 : dataTypes.int32;
}

const type = (name: string, value: number): OpAttribute => ({ name, type: attributeTypes.type, value });

const gather = (params: number): readonly OpAttribute[] => [
  type("Tparams", params),
  type("Tindices", dataTypes.int32),
  type("Taxis", dataTypes.int32),
];

const bytesToFloats: readonly OpAttribute[] = [
  type("SrcT", dataTypes.uint8),
  type("DstT", dataTypes.float32),
  { name: "Truncate", type: attributeTypes.bool, value: false },
];
