import { UsageError } from "../../core/index.js";
import { Handles } from "./handles.js";
import type { Native } from "./native.js";
import { type Numbers, numberTensor, readNumbers } from "./number-tensor.js";
import { OpRunner, shapeOf } from "./op-runner.js";
import type { ExecuteOp, TensorMetadata } from "./op-types.js";
import { readStrings, stringTensor } from "./string-tensor.js";
import { attributeTypes, dataTypes } from "./type-codes.js";

/**
 * TensorFlow as tfjs's Node kernels expect it: the interface of their native addon, over the C library.
 *
 * Every op passes through `executeOp`; `wrapExecuteOp` puts something around it, such as a recorder.
 */
export class TensorFlowBinding {
  readonly TF_FLOAT: number = dataTypes.float32;
  readonly TF_INT32: number = dataTypes.int32;
  readonly TF_INT64: number = dataTypes.int64;
  readonly TF_BOOL: number = dataTypes.bool;
  readonly TF_COMPLEX64: number = dataTypes.complex64;
  readonly TF_STRING: number = dataTypes.string;
  readonly TF_RESOURCE: number = dataTypes.resource;
  readonly TF_UINT8: number = dataTypes.uint8;
  readonly TF_ATTR_STRING: number = attributeTypes.string;
  readonly TF_ATTR_INT: number = attributeTypes.int;
  readonly TF_ATTR_FLOAT: number = attributeTypes.float;
  readonly TF_ATTR_BOOL: number = attributeTypes.bool;
  readonly TF_ATTR_TYPE: number = attributeTypes.type;
  readonly TF_ATTR_SHAPE: number = attributeTypes.shape;
  readonly TF_Version: string;

  readonly #native: Native;
  readonly #handles = new Handles();
  readonly #runner: OpRunner;

  constructor(native: Native) {
    this.#native = native;
    this.#runner = new OpRunner(native);
    this.TF_Version = native.c.TF_Version();
  }

  /** Runs an op. This is the one way in: what is put here sees every op that tfjs issues. */
  executeOp: ExecuteOp = (name, attributes, inputs, outputs) => {
    const handles = inputs.map((id) => this.#handles.get(id));
    const results = this.#runner.run(name, attributes, handles, outputs);
    return results.map((handle) => this.#metadata(handle));
  };

  /** Puts `wrap` around every op from here on; the function that it returns takes it away again. */
  wrapExecuteOp(wrap: (next: ExecuteOp) => ExecuteOp): () => void {
    const next = this.executeOp;
    this.executeOp = wrap(next);
    return () => {
      this.executeOp = next;
    };
  }

  /** Makes a tensor of numbers, or of strings given as bytes, and returns its id. */
  createTensor(shape: readonly number[], dtype: number, values: Numbers | readonly Uint8Array[]): number {
    if (ArrayBuffer.isView(values))
      return this.#handles.add(numberTensor(this.#native, shape, dtype, values as Numbers));
    const type = { name: "T", type: attributeTypes.type, value: dataTypes.string };
    const handle = stringTensor(
      this.#native,
      shape,
      values,
      (ours) => this.#runner.run("DeepCopy", [type], [ours], 1)[0]!,
    );
    return this.#handles.add(handle);
  }

  deleteTensor(id: number): void {
    this.#native.c.TFE_DeleteTensorHandle(this.#handles.take(id));
  }

  /** A copy of a tensor's numbers, or of its strings as bytes. */
  tensorDataSync(id: number): Numbers | Uint8Array[] {
    const handle = this.#handles.get(id);
    const dtype = this.#native.c.TFE_TensorHandleDataType(handle);
    return dtype === dataTypes.string
      ? readStrings(this.#native, handle)
      : readNumbers(this.#native, handle, dtype);
  }

  /** How many tensors TensorFlow holds for us. */
  getNumOfTensors(): number {
    return this.#handles.count;
  }

  isUsingGpuDevice(): boolean {
    return this.#native.device.kind === "GPU";
  }

  /** TensorFlow's name of the device that holds a tensor. */
  deviceOf(id: number): string {
    const name = this.#native.c.TFE_TensorHandleBackingDeviceName(
      this.#handles.get(id),
      this.#native.status.address,
    );
    this.#native.status.assertOk("tell a tensor's device");
    return name;
  }

  getNumOfSavedModels(): number {
    return 0;
  }

  loadSavedModel(folder: string): never {
    throw new UsageError({
      got: `loadSavedModel got ${folder}.`,
      expected: "a model in tfjs's own format: this backend runs no SavedModel.",
      fix: "convert it with tensorflowjs_converter, then: await tf.loadLayersModel(…)",
    });
  }

  #metadata(handle: number): TensorMetadata {
    return {
      id: this.#handles.add(handle),
      shape: shapeOf(this.#native, handle),
      dtype: this.#native.c.TFE_TensorHandleDataType(handle),
    };
  }
}
