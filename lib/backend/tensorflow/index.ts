export { TensorFlowBinding } from "./binding.js";
export type { NodeBackend } from "./load-kernels.js";
export type { ExecuteOp, OpAttribute, TensorMetadata } from "./op-types.js";
export { type StartedTensorFlow, startTensorFlow } from "./start-tensorflow.js";
