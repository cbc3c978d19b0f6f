import type { OptionRule } from "../options/assert-options.js";
import { confidenceRule, countRule, seedRule } from "../options/option-rules.js";

/** What the options of `sensitivity` and `localSensitivity` may be. */
export const sensitivityRules: Readonly<Record<"resamples" | "confidence" | "seed", OptionRule>> = {
  resamples: countRule("resamples", 1, 500),
  confidence: confidenceRule(0.95),
  seed: seedRule,
};
