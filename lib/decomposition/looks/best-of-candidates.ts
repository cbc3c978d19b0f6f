import { logGamma, normalProbability, normalQuantile } from "../../core/index.js";

/** Candidates that are equally good. */
export interface EqualCandidates {
  readonly looks: number;
  readonly samples: number;
  readonly error: number;
  readonly correlation: number;
}

/** Points of what the candidates share; the trapezoid rule over ±6 has all digits that are wanted. */
const sharedPoints = 48;

/**
 * Mean and variance of the lowest validation error among equally good candidates, from the binomial itself: where errors are
 * few it has no room to fall, and the normal approximation promises too much luck.
 *
 * Correlated candidates share a normal variable, each has one of its own, and their counts are those that the binomial has
 * at the sum's rank (a Gaussian copula).
 *
 * @see R. Nelsen, "An Introduction to Copulas" (2006), section 2.9
 * @example
 * bestOfCandidates({ looks: 2, samples: 1, error: 0.5, correlation: 0 }).mean; // 0.25
 */
export function bestOfCandidates({ looks, samples, error, correlation }: EqualCandidates): {
  mean: number;
  variance: number;
} {
  if (error === 0 || error === 1) return { mean: error, variance: 0 };
  const { first, cumulative } = binomialTails(samples, error);
  const cuts = cumulative.map((below) => normalQuantile(Math.min(1, below)));
  const [own, shared] = [Math.sqrt(1 - correlation), Math.sqrt(correlation)];
  const allAbove = cumulative.map((below, j) => {
    if (correlation === 0) return (1 - below) ** looks;
    return overShared((z) => {
      const above =
        own === 0 ? Number(shared * z > cuts[j]!) : normalProbability((shared * z - cuts[j]!) / own);
      return above ** looks;
    });
  });
  // E[min] = Σ P(min > j), E[min²] = Σ (2j + 1)·P(min > j); below `first`, all are above.
  let [sum, squares] = [first, first * first];
  for (const [i, probability] of allAbove.entries()) {
    sum += probability;
    squares += (2 * (first + i) + 1) * probability;
  }
  return { mean: sum / samples, variance: Math.max(0, squares - sum * sum) / samples ** 2 };
}

/** The mean of f over a standard-normal variable. */
function overShared(f: (z: number) => number): number {
  const width = 12 / sharedPoints;
  let [sum, weights] = [0, 0];
  for (let i = 0; i <= sharedPoints; i++) {
    const z = -6 + i * width;
    const weight = Math.exp((-z * z) / 2);
    sum += weight * f(z);
    weights += weight;
  }
  return sum / weights;
}

/** P(X ≤ j) of a binomial for j = first, first + 1, …, as far as it is neither 0 nor 1. */
function binomialTails(samples: number, rate: number): { first: number; cumulative: number[] } {
  const spread = 12 * Math.sqrt(samples * rate * (1 - rate)) + 12;
  const first = Math.max(0, Math.floor(samples * rate - spread));
  const last = Math.min(samples - 1, Math.ceil(samples * rate + spread));
  const logOf = (j: number) =>
    logGamma(samples + 1) -
    logGamma(j + 1) -
    logGamma(samples - j + 1) +
    j * Math.log(rate) +
    (samples - j) * Math.log1p(-rate);
  const cumulative: number[] = [];
  let sum = 0;
  for (let j = first; j <= last; j++) {
    sum += Math.exp(logOf(j));
    cumulative.push(Math.min(1, sum));
  }
  return { first, cumulative };
}
