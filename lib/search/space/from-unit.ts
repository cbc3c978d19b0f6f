import type { Distribution, ParameterValue } from "./distribution.js";

/** How many values a distribution has; Infinity without steps. */
export function sizeOf(distribution: Distribution): number {
  if (distribution.type === "choice") return distribution.choices.length;
  const { low, high, step } = distribution;
  return step === undefined ? Number.POSITIVE_INFINITY : Math.floor((high - low) / step + 1e-9) + 1;
}

/**
 * The value at a share of a distribution, so that even shares make even draws: over its logarithm where it has one,
 * and with equal parts for each step or choice.
 *
 * @param share - in 0 … 1
 * @example
 * fromUnit({ type: "float", low: 0.01, high: 1, log: true }, 0.5).toFixed(3); // "0.100"
 */
export function fromUnit(distribution: Distribution, share: number): ParameterValue {
  if (distribution.type === "choice")
    return distribution.choices[cell(share, distribution.choices.length)] as ParameterValue;
  const { low, high, log, step } = distribution;
  if (log) {
    // A whole number is drawn from the half before it to the half behind it.
    const half = distribution.type === "int" ? 0.5 : 0;
    const [from, to] = [Math.log(low - half), Math.log(high + half)];
    const value = Math.exp(from + share * (to - from));
    return clamp(half > 0 ? Math.round(value) : value, low, high);
  }
  if (step === undefined) return clamp(low + share * (high - low), low, high);
  return atStep(low, step, cell(share, sizeOf(distribution)));
}

/** low + index·step without the last digits' dust: 0.1 + 2·0.1 is 0.3. Whole numbers have none. */
export function atStep(low: number, step: number, index: number): number {
  const value = low + index * step;
  return Number.isInteger(low) && Number.isInteger(step) ? value : Number(value.toPrecision(15));
}

function cell(share: number, cells: number): number {
  return Math.min(cells - 1, Math.floor(share * cells));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
