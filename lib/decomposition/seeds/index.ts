export { type CrossedVariance, crossedVariance, type VarianceComponents } from "./crossed-variance.js";
export {
  type DecomposeErrorOverSeedsOptions,
  decomposeErrorOverSeeds,
} from "./decompose-error-over-seeds.js";
export type { SeededDecomposition, SeededSplit } from "./seeded-decomposition.js";
