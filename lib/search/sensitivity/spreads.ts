import { normal, type RandomSource } from "../../core/index.js";
import { minimizeBounded } from "../numerics/minimize-bounded.js";
import { packedLength } from "../numerics/packed-cholesky.js";
import { inverseFromFactor, invertLower, solveLowerTransposed } from "../numerics/triangular-solve.js";
import { type Effects, effectsUnder, type Sums } from "./fit-effects.js";
import type { Term } from "./terms.js";

/**
 * Three numbers that say how large weights are expected: the log spread of plain terms of one axis, that of plain products of
 * two, and by how much it falls with each turn.
 */
export type SpreadLogs = Float64Array;

const highestSpread = 8;
const steepestFall = -5;
const gentlestFall = -0.2;

/** A weight of which no more is expected could not be told from none. */
function lowestSpread({ samples }: Sums): number {
  return Math.log(0.1 / samples);
}

/** The spread of every term's weight, in variances of the noise. */
export function spreadsAt(x: SpreadLogs, terms: readonly Term[], sums: Sums): Float64Array {
  const lowest = lowestSpread(sums);
  return Float64Array.from(terms, ({ axes, turns }) =>
    Math.exp(Math.max(x[axes.length - 1]! + turns * x[2]!, lowest)),
  );
}

/** The spreads for which the samples have most evidence. */
export function likeliestSpreads(sums: Sums, terms: readonly Term[]): SpreadLogs {
  const lowest = lowestSpread(sums);
  const objective = (x: Float64Array, gradient: Float64Array): number => {
    const spreads = spreadsAt(x, terms, sums);
    const { weights, lower, noiseVariance, logEvidence } = effectsUnder(sums, spreads);
    const inverse = inverseFromFactor(invertLower(lower, terms.length), terms.length);
    gradient.fill(0);
    terms.forEach(({ axes, turns }, t) => {
      const spread = spreads[t]!;
      if (Math.log(spread) <= lowest) return;
      const variance = inverse[packedLength(t + 1) - 1]!;
      const slope = 0.5 * (1 - variance / spread - weights[t]! ** 2 / (spread * noiseVariance));
      gradient[axes.length - 1]! += slope;
      gradient[2]! += slope * turns;
    });
    return -logEvidence;
  };
  return minimizeBounded(
    objective,
    Float64Array.of(0, -2, -1.5),
    Float64Array.of(lowest, lowest, steepestFall),
    Float64Array.of(highestSpread, highestSpread, gentlestFall),
    { maxEvaluations: 40, gradientTolerance: 1e-2, valueTolerance: 1e-5 },
  ).x;
}

/**
 * Regressions under spreads drawn by how likely they are, from the likeliest on: Metropolis' walk.
 *
 * @see N. Metropolis et al., "Equation of State Calculations by Fast Computing Machines" (1953)
 */
export function drawEffects(
  sums: Sums,
  terms: readonly Term[],
  start: SpreadLogs,
  steps: number,
  random: RandomSource,
): Effects[] {
  const low = [lowestSpread(sums), lowestSpread(sums), steepestFall];
  const high = [highestSpread, highestSpread, gentlestFall];
  let at = start;
  let effects = effectsUnder(sums, spreadsAt(at, terms, sums));
  return Array.from({ length: steps }, () => {
    const next = at.map((value) => value + normal(random));
    const luck = Math.log(1 - random());
    if (next.every((value, i) => value >= low[i]! && value <= high[i]!)) {
      const tried = effectsUnder(sums, spreadsAt(next, terms, sums));
      if (tried.logEvidence - effects.logEvidence > luck) [at, effects] = [next, tried];
    }
    return effects;
  });
}

/** Weights as other samples might have given them. */
export function drawWeights(
  { weights, lower, noiseVariance, samples }: Effects,
  random: RandomSource,
): Float64Array {
  const freedom = Math.max(samples - 1, 1);
  // Chi square by its cube root, which is nearly normal (Wilson and Hilferty, 1931).
  const cubeRoot = 1 - 2 / (9 * freedom) + normal(random) * Math.sqrt(2 / (9 * freedom));
  const deviation = Math.sqrt(noiseVariance / Math.max(cubeRoot, 0.1) ** 3);
  const draw = Float64Array.from(weights, () => deviation * normal(random));
  solveLowerTransposed(lower, weights.length, draw);
  return draw.map((value, t) => value + weights[t]!);
}
