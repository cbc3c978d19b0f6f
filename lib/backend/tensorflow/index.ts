export { TensorFlowBinding } from "./binding.js";
export type { Blueprint, Node, OpNode, Parameter, Value } from "./blueprint.js";
export { HeldRows } from "./held-rows.js";
export type { NodeBackend } from "./load-kernels.js";
export { idOf, nativeBackend } from "./native-backend.js";
export type { Numbers } from "./number-tensor.js";
export type { BindingCalls, ExecuteOp, OpAttribute, TensorMetadata } from "./op-types.js";
export { type StartedTensorFlow, startTensorFlow } from "./start-tensorflow.js";
export { dataTypes } from "./type-codes.js";
