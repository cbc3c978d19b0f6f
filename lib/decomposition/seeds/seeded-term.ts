import type { ErrorTermName, Interval } from "../../core/index.js";
import { freedomOf, rungVariance, type SeededRung, seedCovariance, seededInterval } from "./seeded-rung.js";

/** One term over several training runs. */
export interface SeededTerm {
  readonly name: ErrorTermName;
  readonly upper: SeededRung;
  /** Absent for the irreducible error. */
  readonly lower?: SeededRung;
}

/** The variance of a term: what the runs make of it, and what the images do. */
export function termVariance({ upper, lower }: SeededTerm): { ofSeeds: number; ofImages: number } {
  if (lower === undefined) return { ofSeeds: seedCovariance(upper, upper), ofImages: upper.imageVariance };
  const ofSeeds =
    seedCovariance(upper, upper) + seedCovariance(lower, lower) - 2 * seedCovariance(upper, lower);
  return { ofSeeds: Math.max(0, ofSeeds), ofImages: upper.imageVariance + lower.imageVariance };
}

/**
 * The term's interval: its rungs' intervals squared and added, less what they share. A run that is bad on one split is bad
 * on the next one too, and the difference knows nothing of it.
 *
 * @see G. Zou and A. Donner (2008), as in `contrastInterval`: the form for estimates that are correlated
 */
export function seededTermInterval(term: SeededTerm, confidence: number): Interval {
  const { upper, lower } = term;
  const { ofSeeds, ofImages } = termVariance(term);
  const samples = Math.min(
    upper.samples ?? Number.POSITIVE_INFINITY,
    lower?.samples ?? Number.POSITIVE_INFINITY,
  );
  const freedom = freedomOf(ofSeeds, ofImages, upper.perSeed.length, Number.isFinite(samples) ? samples : 2);
  const above = seededInterval(upper, confidence, freedom);
  if (lower === undefined) return above;
  const below = seededInterval(lower, confidence, freedom);
  const spread = Math.sqrt(rungVariance(upper) * rungVariance(lower));
  const correlation = spread === 0 ? 0 : Math.max(-1, Math.min(1, seedCovariance(upper, lower) / spread));
  const reach = (a: number, b: number) => Math.sqrt(Math.max(0, a * a + b * b - 2 * correlation * a * b));
  const estimate = upper.rate - lower.rate;
  return {
    estimate,
    low: estimate - reach(above.estimate - above.low, below.high - below.estimate),
    high: estimate + reach(above.high - above.estimate, below.estimate - below.low),
  };
}

/** How the terms' estimates err together, shape [terms, terms]. */
export function seededCovariance(terms: readonly SeededTerm[]): number[][] {
  const parts = terms.map(({ upper, lower }) =>
    lower === undefined
      ? [{ rung: upper, weight: 1 }]
      : [
          { rung: upper, weight: 1 },
          { rung: lower, weight: -1 },
        ],
  );
  const between = (a: SeededRung, b: SeededRung) => seedCovariance(a, b) + (a === b ? a.imageVariance : 0);
  return parts.map((row) =>
    parts.map((column) => {
      let sum = 0;
      for (const a of row) for (const b of column) sum += a.weight * b.weight * between(a.rung, b.rung);
      return sum;
    }),
  );
}
