import {
  checkOptions,
  type ErrorDecomposition,
  type ErrorTerm,
  simultaneousQuantile,
  twoSidedQuantile,
  UsageError,
} from "../core/index.js";
import { assertRate } from "./assert-rate.js";
import { decompositionReading } from "./decomposition-reading.js";
import { candidates, dominantTerm, type Reach, rivalsOf } from "./dominant-term.js";
import { type ErrorLadder, ladderOrder } from "./error-ladder.js";
import { negativeNote } from "./negative-note.js";
import { makeRung, type Rung, rungInterval } from "./rung.js";
import { moreImages, samplesNeeded } from "./samples-needed.js";
import { isExactTerm, type Term, type TermMethod, termInterval } from "./term.js";
import { termCovariance } from "./term-covariance.js";

/** Options for {@link decomposeError}. */
export interface DecomposeErrorOptions {
  /** How often the intervals hold the true value, between 0 and 1; defaults to 0.95. */
  confidence?: number;
  /**
   * The terms' intervals: "newcombe", a formula, or "miettinen-nurminen", the inverse of a test, which it comes close to;
   * defaults to "newcombe".
   */
  method?: TermMethod;
}

/**
 * Takes the test error apart: irreducible error + avoidable bias + variance + distribution shift + validation
 * overfitting. The parts add up to the test error, and each says how far chance may have moved it.
 *
 * Counts give Wilson's interval for a rate and Newcombe's for a term. A plain number is taken as exact: it has no
 * interval, and `exact` says so. A training error counted on every training image has no sampling error either; say
 * so by `train: { errors, samples, population: samples }`, which narrows bias and variance. An irreducible error from
 * annotators may come with an interval of its own.
 *
 * Each interval holds by itself; the `band` around a term is wider, so that all bands hold at once. `dominant` is the
 * largest of the four terms that work can reduce, among those whose band lies above 0; the irreducible error is never it.
 * Where there is none, it is "undecided", and `moreImages` says how many images of which split would settle it four times
 * in five.
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
  checkOptions("decomposeError", options, ["confidence", "method"]);
  const { confidence = 0.95, method = "newcombe" } = options;
  assertMethod(method);
  const z = twoSidedQuantile(confidence);
  const rungs = rungsOf(ladder);
  const terms = termsBetween(rungs, method);
  const measured = terms.filter((term) => !isExactTerm(term));
  const reach = { each: z, all: simultaneousQuantile(confidence, measured.length) };
  const sorted = candidates(terms, reach);
  const dominant = dominantTerm(sorted);
  const largest = sorted[0]!;
  const needed = dominant === undefined ? samplesNeeded(largest.term, reach.all) : undefined;
  const more = needed === undefined ? undefined : moreImages(largest.term, needed);
  const rivals = dominant === undefined ? [] : rivalsOf(dominant, sorted, z).map(({ term }) => term.name);
  return {
    terms: terms.map((term) => describe(term, reach)),
    covariance: termCovariance(terms, z),
    rungs: rungs.map((rung) => ({
      name: rung.name,
      ...rungInterval(rung, z),
      ...(rung.samples === undefined ? {} : { samples: rung.samples }),
    })),
    dominant: dominant === undefined ? "undecided" : (dominant.term.name as ErrorDecomposition["dominant"]),
    rivals,
    ...(needed === undefined ? {} : { samplesNeeded: needed }),
    ...(more === undefined ? {} : { moreImages: more }),
    confidence,
    reading: decompositionReading({ rungs, sorted, dominant, rivals, more, confidence }),
  };
}

function rungsOf(ladder: ErrorLadder): Rung[] {
  const names = ladderOrder.map(({ rung }) => rung);
  checkOptions("decomposeError's ladder", ladder, names);
  const present = names.filter((name) => name !== "testVal" || ladder.testVal !== undefined);
  return present.map((name) => {
    const rate = ladder[name]!;
    assertRate(name, rate);
    return makeRung(name, rate);
  });
}

function termsBetween(rungs: readonly Rung[], method: TermMethod): Term[] {
  return rungs.map((upper, i) => {
    const { term: name } = ladderOrder.find(({ rung }) => rung === upper.name)!;
    const lower = rungs[i - 1];
    return lower === undefined ? { name, upper, method } : { name, upper, lower, method };
  });
}

function describe(term: Term, reach: Reach): ErrorTerm {
  const { name } = term;
  const interval = termInterval(term, reach.each);
  const { low, high } = termInterval(term, reach.all);
  const note = interval.estimate < 0 ? { note: negativeNote(name, interval.high) } : {};
  return { name, ...interval, exact: isExactTerm(term), band: { low, high }, ...note };
}

function assertMethod(method: TermMethod): void {
  if (method === "newcombe" || method === "miettinen-nurminen") return;
  throw new UsageError({
    got: `decomposeError got the method ${JSON.stringify(method)}.`,
    expected: '"newcombe" or "miettinen-nurminen".',
    fix: 'leave it out, or pass { method: "miettinen-nurminen" }.',
  });
}
