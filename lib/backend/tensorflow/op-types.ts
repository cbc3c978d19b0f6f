import type { Numbers } from "./number-tensor.js";

/** One attribute of an op, as tfjs's kernels write it. */
export interface OpAttribute {
  name: string;
  /** A number of {@link attributeTypes}. */
  type: number;
  value: boolean | number | object | string | number[];
}

/** What tfjs has to know of a tensor that TensorFlow made. */
export interface TensorMetadata {
  /** Our number for the tensor, never used twice. */
  id: number;
  shape: number[];
  /** A number of {@link dataTypes}. */
  dtype: number;
}

/** Runs one TensorFlow op on tensors named by their ids. */
export type ExecuteOp = (
  name: string,
  attributes: readonly OpAttribute[],
  inputs: readonly number[],
  outputs: number,
) => TensorMetadata[];

/** What tfjs asks of TensorFlow while ops run; whoever wants to see or change it puts itself in between. */
export interface BindingCalls {
  executeOp: ExecuteOp;
  /** Makes a tensor of numbers, or of strings given as bytes, and returns its id. */
  createTensor(shape: readonly number[], dtype: number, values: Numbers | readonly Uint8Array[]): number;
  /** A copy of a tensor's numbers, or of its strings as bytes. */
  tensorDataSync(id: number): Numbers | Uint8Array[];
}
