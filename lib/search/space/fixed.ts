import type { ParameterValue } from "./distribution.js";
import { choiceDistribution } from "./make-distribution.js";
import { makeParameter, type Parameter } from "./parameter.js";

/**
 * A hyperparameter that every trial of the study shares, written down beside those that are searched.
 *
 * @example
 * fixed(32).role; // "fixed"
 */
export function fixed<const Value extends ParameterValue>(value: Value): Parameter<Value, false> {
  return makeParameter(choiceDistribution("fixed", [value]), { role: "fixed" });
}
