export type { BatchLoss } from "./batch-loss.js";
export {
  balancedWeights,
  type EffectiveNumberWeightsOptions,
  effectiveNumberWeights,
  type Labelled,
} from "./class-weights.js";
export { type CrossEntropyOptions, crossEntropy } from "./cross-entropy.js";
export { effectiveNumber } from "./effective-number.js";
export { type FocalOptions, focal } from "./focal.js";
