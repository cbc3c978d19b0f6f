import {
  checkOptions,
  type ErrorDecomposition,
  type ErrorTerm,
  type Rate,
  twoSidedQuantile,
} from "../core/index.js";
import { assertRate } from "./assert-rate.js";
import { decompositionReading } from "./decomposition-reading.js";
import { candidates, dominantTerm, rivalsOf } from "./dominant-term.js";
import { type ErrorLadder, ladderOrder } from "./error-ladder.js";
import { negativeNotes } from "./negative-note.js";
import { makeRung, type Rung, rungInterval } from "./rung.js";
import { samplesNeeded } from "./samples-needed.js";
import { isExactTerm, type Term, termInterval } from "./term.js";

/** Options for {@link decomposeError}. */
export interface DecomposeErrorOptions {
  /** How often the intervals hold the true value, between 0 and 1; defaults to 0.95. */
  confidence?: number;
}

/**
 * Takes the test error apart: irreducible error + avoidable bias + variance + distribution shift + validation
 * overfitting. The parts add up to the test error, and each says how far chance may have moved it.
 *
 * Counts give Wilson's interval for a rate and Newcombe's for a term. A plain number is taken as exact: it has no
 * interval, and `exact` says so. A training error counted on every training image has no sampling error either; say
 * so by `train: { errors, samples, population: samples }`, which narrows bias and variance.
 *
 * `dominant` is the largest of the four terms that work can reduce, among those whose interval lies above 0;
 * the irreducible error is never it. Where there is none, it is "undecided", and `samplesNeeded` says how many
 * images of each split behind the largest term would settle it four times in five.
 *
 * @param ladder - the error rates of one model on each split
 * @throws UsageError for a missing rung, a rate outside 0…1, counts that are no counts, or a confidence that is none
 * @see S. Karayev, J. Tobin and P. Abbeel, "Full Stack Deep Learning" (2021), lecture 7: "Breakdown of test error by source"
 * @example
 * const { terms, dominant } = decomposeError({ irreducible: 0.25, train: 0.27, trainVal: 0.29, testVal: 0.32, test: 0.34 });
 * terms.map((term) => term.estimate.toFixed(2)); // ["0.25", "0.02", "0.02", "0.03", "0.02"]
 * dominant; // "distributionShift"
 */
export function decomposeError(ladder: ErrorLadder, options: DecomposeErrorOptions = {}): ErrorDecomposition {
  checkOptions("decomposeError", options, ["confidence"]);
  const { confidence = 0.95 } = options;
  const z = twoSidedQuantile(confidence);
  const rungs = rungsOf(ladder);
  const terms = termsBetween(rungs);
  const sorted = candidates(terms, z);
  const dominant = dominantTerm(sorted);
  const largest = sorted[0]!;
  const needed = dominant === undefined ? samplesNeeded(largest.term, z) : undefined;
  const rivals = dominant === undefined ? [] : rivalsOf(dominant, sorted, z).map(({ term }) => term.name);
  return {
    terms: terms.map((term) => describe(term, z)),
    rungs: rungs.map((rung) => ({
      name: rung.name,
      ...rungInterval(rung, z),
      ...(rung.samples === undefined ? {} : { samples: rung.samples }),
    })),
    dominant: dominant === undefined ? "undecided" : (dominant.term.name as ErrorDecomposition["dominant"]),
    rivals,
    ...(needed === undefined ? {} : { samplesNeeded: needed }),
    confidence,
    reading: decompositionReading({ rungs, sorted, dominant, rivals, needed, confidence }),
  };
}

function rungsOf(ladder: ErrorLadder): Rung[] {
  const names = ladderOrder.map(({ rung }) => rung);
  checkOptions("decomposeError's ladder", ladder, names);
  const present = names.filter((name) => name !== "testVal" || ladder.testVal !== undefined);
  return present.map((name) => {
    assertRate(name, ladder[name] as Rate);
    return makeRung(name, ladder[name] as Rate);
  });
}

function termsBetween(rungs: readonly Rung[]): Term[] {
  return rungs.map((upper, i) => {
    const { term: name } = ladderOrder.find(({ rung }) => rung === upper.name)!;
    const lower = rungs[i - 1];
    return lower === undefined ? { name, upper } : { name, upper, lower };
  });
}

function describe(term: Term, z: number): ErrorTerm {
  const { name } = term;
  const interval = termInterval(term, z);
  const note = interval.estimate < 0 ? { note: negativeNotes[name] } : {};
  return { name, ...interval, exact: isExactTerm(term), ...note };
}
