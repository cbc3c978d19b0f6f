export { type CompareModelsOptions, compareModels, comparePairs } from "./compare-models.js";
export type { ModelComparison } from "./model-comparison.js";
export { type PairsNeededOptions, pairsNeeded } from "./pairs-needed.js";
