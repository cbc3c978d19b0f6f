import type { ErrorRung, ErrorTerm } from "../../core/index.js";
import { negativeNote } from "../negative-note.js";
import { isExact } from "../rung.js";
import type { VarianceComponents } from "./crossed-variance.js";
import type { SeededSplit } from "./seeded-decomposition.js";
import { freedomOf, rungVariance, type SeededRung, seedCovariance, seededInterval } from "./seeded-rung.js";
import { type SeededTerm, seededTermInterval } from "./seeded-term.js";

/** How often an interval holds by itself, and how often each must for all of them to hold at once. */
export interface Confidences {
  readonly each: number;
  readonly all: number;
}

/** The term as `decomposeError` gives it. */
export function describeTerm(term: SeededTerm, confidences: Confidences): ErrorTerm {
  const { name, upper, lower } = term;
  const interval = seededTermInterval(term, confidences.each);
  const wide = seededTermInterval(term, confidences.all);
  // Of very few images the wider interval may end at 0 or 1 on one side of the difference alone, and so come out narrower.
  const band = { low: Math.min(wide.low, interval.low), high: Math.max(wide.high, interval.high) };
  const exact = [upper, ...(lower === undefined ? [] : [lower])].every(
    (rung) => rung.shared !== undefined && isExact(rung.shared),
  );
  const note = interval.estimate < 0 ? { note: negativeNote(name, interval.high) } : {};
  return { name, ...interval, exact, band, ...note };
}

/** The rung as `decomposeError` gives it. */
export function describeRung(rung: SeededRung, confidence: number): ErrorRung {
  const { name, samples, perSeed, imageVariance } = rung;
  const freedom = freedomOf(seedCovariance(rung, rung), imageVariance, perSeed.length, samples ?? 2);
  return {
    name,
    ...seededInterval(rung, confidence, freedom),
    ...(samples === undefined ? {} : { samples }),
  };
}

/** Where the uncertainty of a split's error is from, and what it would be taken for otherwise. */
export function describeSplit(rung: SeededRung, components: VarianceComponents): SeededSplit {
  const { name, rate, perSeed } = rung;
  const samples = rung.samples!;
  const binomial = rate * (1 - rate);
  return {
    split: name,
    components,
    standardError: Math.sqrt(rungVariance(rung)),
    wrong: {
      pooled: Math.sqrt(binomial / (samples * perSeed.length)),
      seedsAlone: Math.sqrt(seedCovariance(rung, rung)),
      oneRun: Math.sqrt(binomial / samples),
    },
  };
}
