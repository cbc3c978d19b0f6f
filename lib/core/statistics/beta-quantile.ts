import { findRoot } from "./find-root.js";
import { incompleteBeta } from "./incomplete-beta.js";

/**
 * The number that a draw of the beta distribution of a and b stays below with the given probability.
 *
 * @param probability - between 0 and 1
 * @param a - above 0
 * @param b - above 0
 * @see W. Press et al., "Numerical Recipes" (2007), section 6.14.11
 * @example
 * betaQuantile(0.25, 1, 1); // 0.25
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  // From the side where the root is small, for there numbers are dense.
  if (a > b) return 1 - smallQuantile(1 - probability, b, a);
  return smallQuantile(probability, a, b);
}

/** On the logarithm's scale: near 0 the distribution may change over many orders of magnitude. */
function smallQuantile(probability: number, a: number, b: number): number {
  const excess = (logX: number) => incompleteBeta(Math.exp(logX), a, b) - probability;
  return Math.exp(findRoot(excess, -700, 0));
}
