import {
  checkOptions,
  type Interval,
  type IntervalOptions,
  mcnemarTest,
  newcombeInterval,
  type PairedCounts,
  type PredictionLog,
  pairedInterval,
  tangoInterval,
  wilsonInterval,
} from "../../core/index.js";
import { rowsOfSameSamples } from "../logs/same-samples.js";
import { wrongRows } from "../logs/wrong-rows.js";
import { comparisonReading } from "./comparison-reading.js";
import type { ModelComparison } from "./model-comparison.js";
import { pairsNeeded } from "./pairs-needed.js";

/** Options for {@link compareModels}. */
export interface CompareModelsOptions extends IntervalOptions {
  /** What to call the two in the reading; defaults to their runs, or else "the first" and "the second". */
  names?: readonly [string, string];
}

/**
 * Which of two models errs less on the same samples. Most samples are right or wrong for both and say nothing; those that
 * only one gets wrong decide.
 *
 * It serves as well for one model on counterfactual pairs: the same scenes by day and by night, with the same ids.
 *
 * @param first - the log of one model
 * @param second - the log of the other, of the same samples in any order
 * @throws UsageError where the logs do not hold the same samples with the same labels, and for faulty logs
 * @see R. Newcombe (1998), T. Tango (1998) and Q. McNemar (1947), as in `pairedInterval`, `tangoInterval` and `mcnemarTest`
 * @example
 * const log = { split: "test", ids: ["a", "b"], labels: Int32Array.of(0, 0), classes: ["cat", "dog"], tags: {} };
 * const { counts, better } = compareModels(
 *   { ...log, probabilities: Float32Array.of(0.9, 0.1, 0.2, 0.8) },
 *   { ...log, probabilities: Float32Array.of(0.9, 0.1, 0.8, 0.2) },
 * );
 * counts; // { bothWrong: 0, firstWrong: 1, secondWrong: 0, bothRight: 1 }
 * better; // "undecided"
 */
export function compareModels(
  first: PredictionLog,
  second: PredictionLog,
  options: CompareModelsOptions = {},
): ModelComparison {
  checkOptions("compareModels", options, ["confidence", "names"]);
  const names = options.names ?? namesOf(first, second);
  return comparePairs(countPairs(first, second, names), { ...options, names });
}

/**
 * The same from counts.
 *
 * @throws UsageError when the counts are no counts
 * @example
 * comparePairs({ bothWrong: 260, firstWrong: 147, secondWrong: 394, bothRight: 9199 }).better; // "first"
 */
export function comparePairs(counts: PairedCounts, options: CompareModelsOptions = {}): ModelComparison {
  checkOptions("comparePairs", options, ["confidence", "names"]);
  const { confidence = 0.95, names = ["the first", "the second"] } = options;
  const difference = pairedInterval(counts, { confidence });
  const { bothWrong, firstWrong, secondWrong, bothRight } = counts;
  const samples = bothWrong + firstWrong + secondWrong + bothRight;
  const errors = [bothWrong + firstWrong, bothWrong + secondWrong] as const;
  const [a, b] = errors.map((wrong) => ({ errors: wrong, samples }));
  const unpaired = newcombeInterval(a!, b!, { confidence });
  const width = ({ low, high }: Interval) => high - low;
  const better = difference.low > 0 ? "first" : difference.high < 0 ? "second" : "undecided";
  const needed = pairsNeeded((firstWrong + secondWrong) / samples, difference.estimate, { confidence });
  const parts: Omit<ModelComparison, "reading"> = {
    ...{ counts, samples, difference, unpaired, better, confidence },
    first: wilsonInterval(errors[0], samples, { confidence }),
    second: wilsonInterval(errors[1], samples, { confidence }),
    tango: tangoInterval(counts, { confidence }),
    widening: width(unpaired) / width(difference) - 1,
    test: mcnemarTest(counts),
    ...(better === "undecided" && Number.isFinite(needed) ? { samplesNeeded: needed } : {}),
  };
  return { ...parts, reading: comparisonReading(parts, names) };
}

function countPairs(
  first: PredictionLog,
  second: PredictionLog,
  names: readonly [string, string],
): PairedCounts {
  const partner = rowsOfSameSamples(first, second, names);
  const [mine, yours] = [wrongRows(first), wrongRows(second)];
  const cells = [0, 0, 0, 0];
  for (const [row, wrong] of mine.entries()) cells[2 * wrong + yours[partner[row]!]!]!++;
  const [bothRight, secondWrong, firstWrong, bothWrong] = cells as [number, number, number, number];
  return { bothWrong, firstWrong, secondWrong, bothRight };
}

function namesOf({ run: a }: PredictionLog, { run: b }: PredictionLog): [string, string] {
  return a !== undefined && b !== undefined && a !== b ? [a, b] : ["the first", "the second"];
}
