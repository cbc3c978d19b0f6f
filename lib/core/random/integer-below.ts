import type { RandomSource } from "./random-source.js";

/**
 * A whole number in 0 … limit − 1, each equally likely to within 2⁻³²·limit.
 *
 * @example
 * integerBelow(3, () => 0.99); // 2
 */
export function integerBelow(limit: number, random: RandomSource): number {
  return Math.floor(random() * limit);
}
