import { assertNumber } from "../assert-number.js";

/**
 * How many samples n samples are worth when each may repeat what others show: (1 − βⁿ) / (1 − β).
 *
 * @param beta - 0 (a class is worth one sample, however many it has) up to, not including, 1 (n samples are worth n)
 * @throws UsageError when a number cannot be
 * @see Y. Cui et al., "Class-Balanced Loss Based on Effective Number of Samples" (2019), proposition 1
 * @example
 * effectiveNumber(10, 0.9); // 6.513215599
 */
export function effectiveNumber(samples: number, beta: number): number {
  assertNumber("effectiveNumber", { samples }, { from: 0 });
  assertNumber("effectiveNumber", { beta }, { from: 0, below: 1 });
  if (samples === 0) return 0;
  return -Math.expm1(samples * Math.log1p(beta - 1)) / (1 - beta); // 1 − βⁿ without loss of digits near β = 1
}
