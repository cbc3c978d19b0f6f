export {
  type BiasVariance,
  type BiasVarianceOptions,
  biasVariance,
  type LossDecomposition,
} from "./bias-variance.js";
export type { LossPart } from "./loss-parts.js";
export { type BiasVarianceRow, reconcileBiasVariance } from "./reconcile.js";
export type { ZeroOnePart } from "./zero-one.js";
