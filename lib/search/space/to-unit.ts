import type { Distribution, ParameterValue } from "./distribution.js";
import { sizeOf } from "./from-unit.js";

/**
 * The share of a distribution at which a value lies, in 0 … 1; the middle of its part for a step or a choice.
 *
 * @example
 * toUnit({ type: "choice", choices: ["adam", "sgd"] }, "sgd"); // 0.75
 */
export function toUnit(distribution: Distribution, value: ParameterValue): number {
  if (distribution.type === "choice")
    return (distribution.choices.indexOf(value) + 0.5) / distribution.choices.length;
  const { low, high, log, step } = distribution;
  const number = value as number;
  if (log) {
    const half = distribution.type === "int" ? 0.5 : 0;
    return Math.log(number / (low - half)) / Math.log((high + half) / (low - half));
  }
  if (step === undefined) return (number - low) / (high - low);
  return (Math.round((number - low) / step) + 0.5) / sizeOf(distribution);
}
