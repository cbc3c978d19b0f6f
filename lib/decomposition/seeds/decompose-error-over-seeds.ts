import { checkOptions, type PredictionLog, type Rate, twoSidedQuantile } from "../../core/index.js";
import { assertRate } from "../assert-rate.js";
import { type EstimatedRate, ladderOrder } from "../error-ladder.js";
import { isExact, makeRung } from "../rung.js";
import { crossedVariance, nestedVariance } from "./crossed-variance.js";
import { describeRung, describeSplit, describeTerm } from "./describe-seeded.js";
import { groupByRun } from "./group-by-run.js";
import { judgeSeeded } from "./judge-seeded.js";
import type { SeededDecomposition } from "./seeded-decomposition.js";
import { type SeededRung, seededRung, sharedRung } from "./seeded-rung.js";
import { type SeededTerm, seededCovariance } from "./seeded-term.js";
import { seedsReading } from "./seeds-reading.js";

/** Options for {@link decomposeErrorOverSeeds}. */
export interface DecomposeErrorOverSeedsOptions {
  /** What nobody gets below: a person's error, the generator's own, or your goal; defaults to 0. */
  irreducible?: Rate | EstimatedRate;
  /** Images in the training set, where the training logs hold all of them; defaults to no end of them. */
  trainSize?: number;
  /** How often the intervals hold the true value, between 0 and 1; defaults to 0.95. */
  confidence?: number;
}

/**
 * Takes the test error of a recipe apart, from several runs of it: what {@link decomposeError} says of one model is here
 * said of the mean over seeds, and the intervals know of both kinds of chance, which seed and which images.
 *
 * Runs are crossed with images: each is scored on the same ones. To pool all predictions as if they were independent makes
 * the intervals too narrow, and so does the spread of the runs alone, which knows nothing of the images that they share.
 *
 * @param logs - of each run one log a split, as for `ladderFromLogs`; runs are told apart by `seed` or `run`, and all
 *   have predicted the same images; those of training may be each run's own
 * @throws UsageError for a single run, splits or images that runs do not share, and for faulty logs
 * @see S. Searle, G. Casella and C. McCulloch, "Variance Components" (1992); X. Bouthillier et al., "Accounting for Variance
 *   in Machine Learning Benchmarks" (2021)
 */
export function decomposeErrorOverSeeds(
  logs: readonly PredictionLog[],
  options: DecomposeErrorOverSeedsOptions = {},
): SeededDecomposition {
  checkOptions("decomposeErrorOverSeeds", options, ["irreducible", "trainSize", "confidence"]);
  const { irreducible = 0, trainSize = Number.POSITIVE_INFINITY, confidence = 0.95 } = options;
  twoSidedQuantile(confidence); // refuses what is no confidence
  assertRate("irreducible", irreducible);
  const crossed = groupByRun(logs);
  const seeds = crossed[0]!.wrong.length;
  const bottom = makeRung("irreducible", irreducible);
  const variances = new Map(
    crossed.map(({ split, wrong, shared }) => [
      split,
      shared ? crossedVariance(wrong) : nestedVariance(wrong),
    ]),
  );
  const rungs = ladderOrder.flatMap(({ rung: name }): SeededRung[] => {
    if (name === "irreducible") return [sharedRung(bottom, seeds)];
    const variance = variances.get(name);
    if (variance === undefined) return [];
    const samples = crossed.find(({ split }) => split === name)!.wrong[0]!.length;
    return [seededRung(name, variance, samples, name === "train" ? trainSize : Number.POSITIVE_INFINITY)];
  });
  const terms = rungs.map((upper, i): SeededTerm => {
    const { term: name } = ladderOrder.find(({ rung }) => rung === upper.name)!;
    return i === 0 ? { name, upper } : { name, upper, lower: rungs[i - 1]! };
  });
  const measured = isExact(bottom) ? terms.length - 1 : terms.length;
  const confidences = { each: confidence, all: confidence ** (1 / measured) };
  const verdict = judgeSeeded(terms, confidences);
  const parts = {
    terms: terms.map((term) => describeTerm(term, confidences)),
    covariance: seededCovariance(terms),
    rungs: rungs.map((rung) => describeRung(rung, confidence)),
    ...{ dominant: verdict.dominant, rivals: verdict.rivals, confidence, seeds },
    splits: rungs.slice(1).map((rung) => describeSplit(rung, variances.get(rung.name)!.components)),
    ...(verdict.moreSeeds === undefined ? {} : { moreSeeds: verdict.moreSeeds }),
  };
  return { ...parts, reading: seedsReading(parts, verdict.largest) };
}
