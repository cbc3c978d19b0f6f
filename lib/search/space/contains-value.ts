import type { Distribution, ParameterValue } from "./distribution.js";

/**
 * Whether a hyperparameter may have this value; a value off its steps is not one.
 *
 * @example
 * containsValue({ type: "int", low: 1, high: 4, log: false, step: 1 }, 5); // false
 */
export function containsValue(distribution: Distribution, value: ParameterValue): boolean {
  if (distribution.type === "choice") return distribution.choices.includes(value);
  if (typeof value !== "number" || !(value >= distribution.low && value <= distribution.high)) return false;
  if (distribution.step === undefined) return true;
  const steps = (value - distribution.low) / distribution.step;
  return Math.abs(steps - Math.round(steps)) < 1e-6;
}
