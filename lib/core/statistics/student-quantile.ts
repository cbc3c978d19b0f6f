import { UsageError } from "../usage-error.js";
import { incompleteBeta } from "./incomplete-beta.js";

/**
 * The number that Student's t stays below with the given probability, to about 11 digits.
 *
 * @param probability - between 0 and 1
 * @param freedom - degrees of freedom, above 0; need not be whole
 * @throws UsageError for a probability or degrees of freedom outside of these
 * @see W. Press et al., "Numerical Recipes" (2007), section 6.4, on the incomplete beta function
 * @example
 * studentQuantile(0.975, 4).toFixed(6); // "2.776445"
 */
export function studentQuantile(probability: number, freedom: number): number {
  if (!(probability > 0 && probability < 1 && freedom > 0))
    throw new UsageError({
      got: `studentQuantile got the probability ${probability} and ${freedom} degrees of freedom.`,
      expected: "a probability between 0 and 1, and degrees of freedom above 0.",
      fix: "pass a probability such as 0.975, and the number of values less 1.",
    });
  const tail = Math.min(probability, 1 - probability);
  if (tail === 0.5) return 0;
  // Both tails of t hold what the beta distribution of freedom/2 and 1/2 holds below freedom / (freedom + t²).
  let [low, high] = [0, 1];
  for (let i = 0; i < 200 && low < high; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (incompleteBeta(middle, freedom / 2, 0.5) < 2 * tail) low = middle;
    else high = middle;
  }
  return Math.sign(probability - 0.5) * Math.sqrt((freedom * (1 - low)) / low);
}
