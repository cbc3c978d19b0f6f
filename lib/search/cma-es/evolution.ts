import { randomSource } from "../../core/index.js";
import { type NormalDistribution, nextDistribution, roundDistribution } from "./distribution.js";
import { defaultPopulation, strategyOf } from "./strategy.js";

/** Where a search stands: what the next trials are drawn from, and what tells whether it has settled. */
export interface Evolution {
  readonly distribution: NormalDistribution;
  readonly restarts: number;
  /** The best value of each generation since the last restart. */
  readonly bests: readonly number[];
  /** How many trials it has learned from. */
  readonly consumed: number;
}

/** The standard deviation that a search starts with, in ranges. */
const firstStep = 0.25;

/** A search that has seen nothing: in the middle. */
export function firstEvolution(dimensions: number): Evolution {
  const strategy = strategyOf(dimensions, defaultPopulation(dimensions));
  const middle = new Float64Array(dimensions).fill(0.5);
  return {
    distribution: roundDistribution(strategy, middle, firstStep),
    restarts: 0,
    bests: [],
    consumed: 0,
  };
}

/**
 * The search after one more generation. Where it has settled, it begins again elsewhere, with twice the population.
 *
 * @param points - as many as the population, in any order
 * @param values - of each, to be minimised
 * @see A. Auger and N. Hansen, "A Restart CMA Evolution Strategy With Increasing Population Size" (2005)
 */
export function nextEvolution(
  { distribution: old, restarts, bests, consumed }: Evolution,
  points: readonly Float64Array[],
  values: readonly number[],
  seed: number,
): Evolution {
  const { dimensions, population } = old.strategy;
  const ranked = points.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  const distribution = nextDistribution(
    old,
    ranked.map((i) => points[i]!),
  );
  const seen = { restarts, bests: [...bests, values[ranked[0]!]!], consumed: consumed + population };
  if (!hasSettled(distribution, seen.bests, values)) return { ...seen, distribution };
  const random = randomSource(seed, "cma-es", "restart", restarts + 1);
  const elsewhere = Float64Array.from({ length: dimensions }, () => random());
  const strategy = strategyOf(dimensions, 2 * population);
  return {
    distribution: roundDistribution(strategy, elsewhere, firstStep),
    restarts: restarts + 1,
    bests: [],
    consumed: seen.consumed,
  };
}

/** Whether nothing is left to be gained: all values equal, all steps tiny, or the shape too thin for the arithmetic. */
function hasSettled(
  { strategy, step, lengths }: NormalDistribution,
  bests: readonly number[],
  values: readonly number[],
): boolean {
  const { dimensions, population } = strategy;
  const history = 10 + Math.ceil((30 * dimensions) / population);
  const recent = [...bests.slice(-history), ...values];
  const range = Math.max(...recent) - Math.min(...recent);
  const longest = Math.max(...lengths);
  return (
    (bests.length >= history && range <= 1e-12 * Math.max(1, Math.abs(recent[0]!))) ||
    step * longest < 1e-9 ||
    longest > 1e7 * Math.min(...lengths)
  );
}
