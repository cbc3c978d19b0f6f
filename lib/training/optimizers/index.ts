export { makeOptimizer } from "./make-optimizer.js";
export type { OptimizerName, OptimizerSettings } from "./optimizer-settings.js";
export type { RuleOptimizer } from "./rule-optimizer.js";
