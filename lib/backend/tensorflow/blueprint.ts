import type { Numbers } from "./number-tensor.js";
import type { OpAttribute } from "./op-types.js";

/** What a TensorFlow function computes: its parameters, its ops in an order in which they can run, its results. */
export interface Blueprint {
  readonly parameters: readonly Parameter[];
  readonly nodes: readonly Node[];
  readonly results: readonly Value[];
}

/** A tensor that each call gives. */
export interface Parameter {
  readonly shape: readonly number[];
  /** A number of `dataTypes`, as everywhere in a blueprint. */
  readonly dtype: number;
  /** Whether it is what a variable holds. */
  readonly isVariable?: boolean;
}

/** An op, or a tensor that is the same in each call. */
export type Node = OpNode | ConstantNode;

export interface OpNode {
  readonly op: string;
  readonly attributes: readonly OpAttribute[];
  readonly inputs: readonly Value[];
  readonly outputs: readonly Parameter[];
}

export interface ConstantNode extends Parameter {
  readonly values: Numbers;
}

/** A tensor in a blueprint: a parameter by its place, or an output of a node. */
export type Value = { readonly parameter: number } | { readonly node: number; readonly output: number };
