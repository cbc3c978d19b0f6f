import { UsageError } from "../../core/index.js";
import type { Blueprint, Parameter } from "./blueprint.js";
import { addFunction, removeFunction } from "./graph-builder.js";
import { Handles } from "./handles.js";
import type { Native } from "./native.js";
import { type Numbers, numberTensor, readNumbers } from "./number-tensor.js";
import { type OpDefinition, opDefinitions } from "./op-definitions.js";
import { OpRunner, shapeOf } from "./op-runner.js";
import type { BindingCalls, ExecuteOp, OpAttribute, TensorMetadata } from "./op-types.js";
import { readStrings, stringTensor } from "./string-tensor.js";
import { attributeTypes, dataTypes } from "./type-codes.js";
import { workOf } from "./work-of.js";

/** Has a function's ops run in the thread that calls it, so that no thread waits for another. */
const oneAfterTheOther: readonly OpAttribute[] = [
  { name: "executor_type", type: attributeTypes.string, value: "SINGLE_THREADED_EXECUTOR" },
];

/** A function of less work is computed in one thread; that is some milliseconds of one core. */
const littleWork = 1.5e8;

/**
 * TensorFlow as tfjs's Node kernels expect it: the interface of their native addon, over the C library.
 *
 * Every op passes through `executeOp`; `wrapCalls` puts something around it, such as a recorder.
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
  readonly #oneThread: OpRunner;
  /** The functions that are there, and what runs them. */
  readonly #functions = new Map<string, OpRunner>();

  constructor(native: Native) {
    this.#native = native;
    this.#runner = new OpRunner(native, native.context);
    this.#oneThread = new OpRunner(native, native.oneThread);
    this.TF_Version = native.c.TF_Version();
  }

  /** Runs an op. This is the one way in: what is put here sees every op that tfjs issues. */
  executeOp: ExecuteOp = (name, attributes, inputs, outputs) => {
    const handles = inputs.map((id) => this.#handles.get(id));
    const results = this.#runner.run(name, attributes, handles, outputs);
    return results.map((handle) => this.#metadata(handle));
  };

  /** Puts what `wrap` returns in the place of these calls from here on; the function that comes back takes it away again. */
  wrapCalls(wrap: (next: BindingCalls) => Partial<BindingCalls>): () => void {
    const { executeOp, createTensor, tensorDataSync } = this;
    const next: BindingCalls = { executeOp, createTensor, tensorDataSync };
    Object.assign(this, next, wrap(next));
    return () => void Object.assign(this, next);
  }

  /**
   * Makes a TensorFlow function, to be called by its name; how many threads compute it depends on its work alone.
   *
   * @param repeats - how often it does the same, one after the other: as many threads compute it as would compute it once
   */
  addFunction(name: string, blueprint: Blueprint, repeats = 1): void {
    const runner = workOf(blueprint) / repeats < littleWork ? this.#oneThread : this.#runner;
    addFunction(this.#native, runner.context, name, blueprint);
    this.#functions.set(name, runner);
  }

  removeFunction(name: string): void {
    removeFunction(this.#native, this.#functionRunner(name).context, name);
    this.#functions.delete(name);
  }

  /** Calls a function, and returns the ids of its results. */
  callFunction(name: string, inputs: readonly number[], outputs: number): number[] {
    const handles = inputs.map((id) => this.#handles.get(id));
    const runner = this.#functionRunner(name);
    const how = runner === this.#oneThread ? oneAfterTheOther : [];
    const results = runner.run(name, how, handles, outputs);
    return results.map((handle) => this.#handles.add(handle));
  }

  #functionRunner(name: string): OpRunner {
    const runner = this.#functions.get(name);
    if (runner === undefined) throw new Error(`There is no function ${name}: it was removed, or never made.`);
    return runner;
  }

  /** Shape and element type of a tensor. */
  describe(id: number): Parameter {
    const handle = this.#handles.get(id);
    return { shape: shapeOf(this.#native, handle), dtype: this.#native.c.TFE_TensorHandleDataType(handle) };
  }

  /** What has to be known of an op before it is put into a function; undefined where this TensorFlow has no such op. */
  opDefinition(op: string): OpDefinition | undefined {
    return opDefinitions(this.#native).get(op);
  }

  /** True until a tensor is deleted. */
  has(id: number): boolean {
    return this.#handles.has(id);
  }

  /** Makes a tensor of numbers, or of strings given as bytes, and returns its id. */
  createTensor: BindingCalls["createTensor"] = (shape, dtype, values) => {
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
  };

  deleteTensor(id: number): void {
    this.#native.c.TFE_DeleteTensorHandle(this.#handles.take(id));
  }

  /** A copy of a tensor's numbers, or of its strings as bytes. */
  tensorDataSync: BindingCalls["tensorDataSync"] = (id) => {
    const handle = this.#handles.get(id);
    const dtype = this.#native.c.TFE_TensorHandleDataType(handle);
    return dtype === dataTypes.string
      ? readStrings(this.#native, handle)
      : readNumbers(this.#native, handle, dtype);
  };

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
