import type * as tf from "@tensorflow/tfjs";
import type { Node, Value } from "../tensorflow/index.js";

/** Where a call finds the tensor of one of a recording's parameters. */
export type Origin =
  | { readonly from: "argument"; readonly index: number }
  | { readonly from: "variable"; readonly variable: tf.Variable }
  | { readonly from: "host"; readonly index: number; readonly draw: () => tf.Tensor }
  | { readonly from: "capture"; readonly id: number };

/** A result of a step, with the shape and type by which tfjs knows it. */
export interface Returned {
  readonly value: Value;
  readonly shape: number[];
  readonly dtype: tf.DataType;
  /** TensorFlow's number of the element type, which may be another than tfjs's. */
  readonly code: number;
}

/** A variable that a step gives another value. */
export interface Update {
  readonly variable: tf.Variable;
  readonly value: Value;
}

/** All that one call of a step did, as ops on tensors. */
export interface Recording {
  readonly origins: readonly Origin[];
  /** Of each parameter, in the order of `origins`. */
  readonly parameters: readonly { readonly shape: readonly number[]; readonly dtype: number }[];
  readonly nodes: readonly Node[];
  readonly returned: readonly Returned[];
  readonly updates: readonly Update[];
}
