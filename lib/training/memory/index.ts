export { type EstimateMemoryOptions, estimateMemory } from "./estimate-memory.js";
export { formatMemory } from "./format-memory.js";
export { isOutOfMemory } from "./is-out-of-memory.js";
export type { MemoryEstimate, MemoryPart } from "./memory-estimate.js";
