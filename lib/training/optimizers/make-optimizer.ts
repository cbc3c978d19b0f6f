import { assertNumber } from "../assert-number.js";
import type { OptimizerName, OptimizerSettings } from "./optimizer-settings.js";
import { RuleOptimizer } from "./rule-optimizer.js";

/**
 * An optimizer by its name or settings; `fit` makes its own, this is for a loop of yours.
 *
 * Its state is made as weights come along; the caller disposes it.
 *
 * @param learningRate - of the first update; assign to `optimizer.learningRate` to change it
 * @throws UsageError for a name, setting or rate that cannot be
 * @example
 * makeOptimizer("adam", 3e-4).learningRate; // 3e-4
 * makeOptimizer({ name: "adamW", weightDecay: 0.05 }, 1e-3).settings.name; // "adamW"
 */
export function makeOptimizer(
  optimizer: OptimizerName | OptimizerSettings,
  learningRate: number,
): RuleOptimizer {
  assertNumber("makeOptimizer", { learningRate }, { from: 0 });
  return new RuleOptimizer(typeof optimizer === "string" ? { name: optimizer } : optimizer, learningRate);
}
