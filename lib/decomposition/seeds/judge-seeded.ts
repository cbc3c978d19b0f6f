import {
  type ErrorDecomposition,
  type ErrorTermName,
  normalQuantile,
  twoSidedQuantile,
} from "../../core/index.js";
import type { Confidences } from "./describe-seeded.js";
import { type SeededTerm, seededCovariance, seededTermInterval, termVariance } from "./seeded-term.js";

/** Differences of decimal fractions are off by a few units of the last place. */
const roundOff = 1e-12;

/** Which term is the largest that chance does not explain, and what would decide it where none is. */
export interface SeededVerdict {
  readonly dominant: ErrorDecomposition["dominant"];
  readonly rivals: readonly ErrorTermName[];
  /** The dominant term, or the largest where none is. */
  readonly largest: SeededTerm;
  readonly moreSeeds?: number;
}

/** The verdict over the terms that work can reduce, by the same rules as for one model. */
export function judgeSeeded(terms: readonly SeededTerm[], { each, all }: Confidences): SeededVerdict {
  const sorted = terms
    .filter(({ name }) => name !== "irreducible")
    .map((term) => ({ term, estimate: rateOf(term), low: seededTermInterval(term, all).low }))
    .sort((a, b) => (Math.abs(a.estimate - b.estimate) <= roundOff ? 0 : b.estimate - a.estimate));
  const first = sorted.find(({ low }) => low > roundOff);
  const largest = (first ?? sorted[0]!).term;
  if (first === undefined) {
    const more = moreSeeds(largest, all);
    return { dominant: "undecided", rivals: [], largest, ...(more === undefined ? {} : { moreSeeds: more }) };
  }
  const z = twoSidedQuantile(each);
  const rivals = sorted.filter(({ term, estimate }) => {
    if (term === largest) return false;
    const [[a, both], [, b]] = seededCovariance([largest, term]) as [[number, number], [number, number]];
    return first.estimate - estimate - z * Math.sqrt(Math.max(0, a + b - 2 * both)) <= roundOff;
  });
  return {
    dominant: largest.name as ErrorDecomposition["dominant"],
    rivals: rivals.map(({ term }) => term.name),
    largest,
  };
}

/** How many more runs would tell a term from 0 four times in five; undefined where no number of runs would. */
function moreSeeds(term: SeededTerm, confidence: number): number | undefined {
  const { ofSeeds, ofImages } = termVariance(term);
  const seeds = term.upper.perSeed.length;
  const wanted = (rateOf(term) / (twoSidedQuantile(confidence) + normalQuantile(0.8))) ** 2;
  if (rateOf(term) <= 0 || wanted <= ofImages) return undefined;
  return Math.max(1, Math.ceil((ofSeeds * seeds) / (wanted - ofImages)) - seeds);
}

const rateOf = ({ upper, lower }: SeededTerm): number => upper.rate - (lower?.rate ?? 0);
