export { type CompiledStep, type CompileOptions, compile } from "./compile.js";
export type { CompileReport } from "./compiler.js";
export { hostTensor } from "./host-tensor.js";
export type { StepResult } from "./packing.js";
export type { Watched } from "./watch.js";
