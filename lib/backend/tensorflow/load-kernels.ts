import { createRequire } from "node:module";
import type * as tf from "@tensorflow/tfjs";
import { UsageError } from "../../core/index.js";
import type { TensorFlowBinding } from "./binding.js";
import type { OpAttribute, TensorMetadata } from "./op-types.js";

/** A tensor as tfjs's Node kernels keep it. */
export interface TensorData {
  shape: number[];
  /** TensorFlow's number of the element type. */
  dtype: number;
  /** The binding's number of the tensor. */
  id: number;
  /** What is still to be written to TensorFlow, or null. */
  values: unknown;
  /** How many of tfjs's tensors share it. */
  refCount: number;
}

/** The backend that tfjs's Node kernels run on. */
export interface NodeBackend extends tf.KernelBackend {
  readonly binding: TensorFlowBinding;
  /** What it holds of each tensor. */
  readonly tensorMap: tf.DataStorage<TensorData>;
  /** The ids of tensors, which are written to TensorFlow where they have not been yet. */
  executeSingleInput(op: string, input: tf.Tensor): tf.Tensor;
  getInputTensorIds(tensors: readonly tf.TensorInfo[]): number[];
  executeMultipleOutputs(
    op: string,
    attributes: readonly OpAttribute[],
    inputs: readonly tf.Tensor[],
    outputs: number,
  ): tf.Tensor[];
  /** Makes a tensor of what an op has returned. */
  createOutputTensor(metadata: TensorMetadata): tf.Tensor;
}

const packageName = "@tensorflow/tfjs-node-gpu";

/**
 * Registers tfjs's some 170 Node kernels, and returns the class of their backend.
 *
 * The package's main file is passed by: it loads the native addon whose place our binding takes.
 *
 * @throws UsageError when the package is not installed
 */
export function loadKernels(): (binding: TensorFlowBinding) => NodeBackend {
  const require = createRequire(import.meta.url);
  restoreUtil(require("node:util"));
  try {
    const { NodeJSKernelBackend } = require(`${packageName}/dist/nodejs_kernel_backend.js`);
    require(`${packageName}/dist/register_all_kernels.js`);
    return (binding) => new NodeJSKernelBackend(binding, packageName);
  } catch (error) {
    throw new UsageError({
      got: `${packageName} could not be loaded: ${error instanceof Error ? error.message : error}`,
      expected: `${packageName} 4.22, whose JavaScript holds the kernels.`,
      fix: `type: npm install --ignore-scripts ${packageName}@4.22.0 (its download script is not needed)`,
    });
  }
}

/** The kernels call two functions of node:util that Node 22 warns of and Node 23 no longer has. */
function restoreUtil(util: Record<string, unknown>): void {
  util.isArray = Array.isArray;
  util.isNullOrUndefined = (value: unknown) => value === null || value === undefined;
}
