import { logGamma } from "./log-gamma.js";

/**
 * The regularized incomplete beta function: how likely a draw of the beta distribution of a and b is below x.
 *
 * Binomial and Student probabilities follow from it: at most k errors in n at rate p are as likely as
 * `incompleteBeta(1 - p, n - k, k + 1)`.
 *
 * @param x - 0…1
 * @param a - above 0
 * @param b - above 0
 * @see W. Press et al., "Numerical Recipes" (2007), section 6.4: the continued fraction, where it converges quickly
 * @example
 * incompleteBeta(0.5, 2, 3); // 0.6875
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logGamma(a) - logGamma(b) + logGamma(a + b));
  return (front * continuedFraction(x, a, b)) / a;
}

/** By Lentz's method, until a step changes nothing: some √(a + b) steps. */
function continuedFraction(x: number, a: number, b: number): number {
  let above = 1;
  let below = 1 / (1 - ((a + b) * x) / (a + 1));
  let value = below;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    below = 1 / (1 + even * below);
    above = 1 + even / above;
    value *= above * below;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    below = 1 / (1 + odd * below);
    above = 1 + odd / above;
    const step = above * below;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return value;
}
