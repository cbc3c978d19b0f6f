import type { OptionRule } from "./assert-options.js";

/** A whole number from `low` to `high`. */
export function isWhole(value: unknown, low: number, high: number = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isSafeInteger(value) && (value as number) >= low && (value as number) <= high;
}

/** A count from `least`; `usual` is the one that the error's text proposes. */
export function countRule(name: string, least: number, usual: number): OptionRule {
  return {
    allows: (value) => isWhole(value, least),
    expected: `a whole number from ${least}.`,
    fix: `write ${name}: ${usual}, or leave it out.`,
  };
}

/** How often an interval or a comparison holds. */
export function confidenceRule(usual: number): OptionRule {
  return {
    allows: (value) => typeof value === "number" && value > 0 && value < 1,
    expected: "a number between 0 and 1.",
    fix: `write confidence: ${usual}, or leave it out.`,
  };
}

/** The seed of random choices. */
export const seedRule: OptionRule = {
  allows: (value) => isWhole(value, Number.MIN_SAFE_INTEGER),
  expected: "a whole number.",
  fix: "write seed: 1, or leave it out.",
};

/** Which value is better. */
export const directionRule: OptionRule = {
  allows: (value) => value === "minimize" || value === "maximize",
  expected: '"minimize" or "maximize".',
  fix: 'write direction: "maximize" for an accuracy; leave it out for a loss.',
};
