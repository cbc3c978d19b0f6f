import type { Interval } from "../core/index.js";
import { leadInterval, type Term, termInterval } from "./term.js";

/** Differences of decimal fractions are off by a few units of the last place: 0.1 − 0.07 against 0.07 − 0.04. */
const roundOff = 1e-12;

/** How far intervals reach, in standard errors: each by itself, and all of them at once. */
export interface Reach {
  readonly each: number;
  readonly all: number;
}

/** A term that work can reduce, with its interval. */
export interface Candidate extends Interval {
  readonly term: Term;
  readonly band: Interval;
}

/** The terms that work can reduce, the largest first; of equal ones the one that is worked on first. */
export function candidates(terms: readonly Term[], reach: Reach): Candidate[] {
  return terms
    .filter((term) => term.name !== "irreducible")
    .map((term) => ({ term, ...termInterval(term, reach.each), band: termInterval(term, reach.all) }))
    .sort((a, b) => (Math.abs(a.estimate - b.estimate) <= roundOff ? 0 : b.estimate - a.estimate));
}

/**
 * The largest of the candidates whose band lies above 0, or undefined. The band, since whichever came out largest is looked
 * at: of four terms that are nothing, one by itself is above 0 in every eleventh ladder.
 */
export function dominantTerm(sorted: readonly Candidate[]): Candidate | undefined {
  return sorted.find(({ band }) => band.low > roundOff);
}

/** The candidates that may be as large as the dominant one: the interval of its lead over them holds 0. */
export function rivalsOf(dominant: Candidate, sorted: readonly Candidate[], z: number): Candidate[] {
  return sorted.filter(
    (other) => other !== dominant && leadInterval(dominant.term, other.term, z).low <= roundOff,
  );
}
