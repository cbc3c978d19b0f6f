import {
  contrastInterval,
  type ErrorTermName,
  type Interval,
  miettinenNurminenLimits,
} from "../core/index.js";
import { effectiveSamples, isCounted, isExact, type Rung, rungInterval } from "./rung.js";

/** How a term's interval is worked out from the two rates that it is the difference of. */
export type TermMethod = "newcombe" | "miettinen-nurminen";

/** One term before its interval is known: the upper rung's rate less the lower rung's. */
export interface Term {
  readonly name: ErrorTermName;
  readonly upper: Rung;
  /** Absent for the irreducible error, which is a rate itself. */
  readonly lower?: Rung;
  readonly method: TermMethod;
}

/** The rungs that make a term, each with its sign. */
export function weightedRungs({ upper, lower }: Term): { rung: Rung; weight: number }[] {
  const parts = [{ rung: upper, weight: 1 }];
  if (lower !== undefined) parts.push({ rung: lower, weight: -1 });
  return parts;
}

/** Whether neither rung has a sampling error. */
export function isExactTerm(term: Term): boolean {
  return weightedRungs(term).every(({ rung }) => isExact(rung));
}

/** The term's estimate and interval. Miettinen and Nurminen's needs two counted rungs; of others there is Newcombe's alone. */
export function termInterval(term: Term, z: number): Interval {
  const { upper, lower, method } = term;
  if (method === "newcombe" || lower === undefined || !(isCounted(upper) && isCounted(lower)))
    return intervalOf(weightedRungs(term), z);
  const counts = (rung: Rung) => {
    const samples = effectiveSamples(rung);
    return { errors: Math.min(samples, rung.rate * samples), samples };
  };
  return { ...miettinenNurminenLimits(counts(lower), counts(upper), z), estimate: upper.rate - lower.rate };
}

/** The interval of `term − other`. Neighbours share a rung, whose error counts once, with both its weights. */
export function leadInterval(term: Term, other: Term, z: number): Interval {
  const weights = new Map<Rung, number>();
  for (const { rung, weight } of weightedRungs(term)) weights.set(rung, weight);
  for (const { rung, weight } of weightedRungs(other)) weights.set(rung, (weights.get(rung) ?? 0) - weight);
  return intervalOf(
    [...weights].map(([rung, weight]) => ({ rung, weight })),
    z,
  );
}

function intervalOf(parts: { rung: Rung; weight: number }[], z: number): Interval {
  return contrastInterval(parts.map(({ rung, weight }) => ({ weight, ...rungInterval(rung, z) })));
}
