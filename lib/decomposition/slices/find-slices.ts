import {
  checkOptions,
  newcombeInterval,
  type PredictionLog,
  UsageError,
  wilsonInterval,
} from "../../core/index.js";
import { assertPredictionLog } from "../logs/assert-prediction-log.js";
import { wrongRows } from "../logs/wrong-rows.js";
import { candidateSlices } from "./candidate-slices.js";
import { type PeeledSlice, peelSlices } from "./peel-slices.js";
import type { Slice, SliceReport } from "./slice.js";
import { conditionsOf, type SliceCondition } from "./slice-condition.js";
import { type SliceOptions, sliceOptionNames, sliceSpace } from "./slice-options.js";
import { slicesReading } from "./slices-reading.js";
import { sortSamples } from "./sort-samples.js";

/** Options for {@link findSlices}. */
export interface FindSlicesOptions extends SliceOptions {
  /** How many slices at most; defaults to 10. */
  count?: number;
  /** The share of false discoveries to put up with, between 0 and 1; defaults to 0.05. */
  falseDiscoveries?: number;
  /** How often the intervals hold, between 0 and 1; defaults to 0.95. */
  confidence?: number;
}

/**
 * The slices of a log where the model does worse than elsewhere by more than chance explains, and what fixing each would
 * bring. Every slice of up to three tags is counted; those that only describe another one again are left out.
 *
 * Of the slices that come back, five in a hundred may be there by chance. Their intervals allow for having been picked
 * as the worst of many: of all intervals that come back, 95 % hold the true value.
 *
 * @throws UsageError for a faulty log, a log without tags that vary, and options that are none
 * @see Y. Benjamini and D. Yekutieli, "False Discovery Rate-Adjusted Multiple Confidence Intervals" (2005), on the
 *   intervals; M. Kulldorff, "A spatial scan statistic" (1997), on which slice stands out most
 * @example
 * const rows = Array.from({ length: 400 }, (_, i) => i);
 * const night = Float32Array.from(rows, (i) => Number(i % 4 === 0));
 * const wrong = (i: number) => i % 8 === 0 || i % 41 === 1;
 * const log = { split: "testVal", ids: rows.map(String), labels: new Int32Array(400), classes: ["no", "yes"], tags: { night },
 *   probabilities: Float32Array.from(rows.flatMap((i) => (wrong(i) ? [0, 1] : [1, 0]))) };
 * const { slices } = findSlices(log);
 * slices.map(({ text, samples, errors }) => [text, samples, errors]); // [["night = 1", 100, 51]]
 */
export function findSlices(log: PredictionLog, options: FindSlicesOptions = {}): SliceReport {
  checkOptions("findSlices", options, [...sliceOptionNames, "count", "falseDiscoveries", "confidence"]);
  const { count = 10, falseDiscoveries: level = 0.05, confidence = 0.95, ...rest } = options;
  assertChances({ count, falseDiscoveries: level, confidence });
  assertPredictionLog(log, log.split);
  const space = sliceSpace("findSlices", log, rest);
  const samples = sortSamples(space.tags, wrongRows(log), space);
  const candidates = candidateSlices(samples, { ...space, level });
  const found = peelSlices(samples, candidates, { ...space, count, level });
  const all = { samples: samples.size, errors: samples.losses.length };
  const tested = candidates.tested.reduce((sum, each) => sum + each, 0);
  // Of m intervals, the R that are picked miss as seldom as they promise when each is made for R/m of the misses.
  const each = 1 - ((1 - confidence) * found.length) / Math.max(1, tested);
  const slices = found.map((slice) => ({
    ...describe(slice, all, each),
    ...inWords(conditionsOf(slice, space.tags, samples.tags)),
  }));
  return {
    ...{ slices, ...all, tested: candidates.tested, confidence },
    reading: slicesReading({ slices, ...all, tested, confidence }),
  };
}

function describe(
  { samples, errors, adjusted }: PeeledSlice,
  all: { samples: number; errors: number },
  confidence: number,
): Omit<Slice, "text" | "conditions"> {
  const elsewhere = { errors: all.errors - errors, samples: all.samples - samples };
  const gap = newcombeInterval(elsewhere, { errors, samples }, { confidence });
  const weight = samples / all.samples;
  return {
    ...{ samples, errors, pValue: adjusted },
    error: wilsonInterval(errors, samples, { confidence }),
    recoverable: {
      estimate: weight * gap.estimate,
      low: weight * gap.low,
      high: weight * gap.high,
    },
    shareOfErrors: wilsonInterval(errors, all.errors, { confidence }),
  };
}

function inWords(conditions: readonly SliceCondition[]): Pick<Slice, "text" | "conditions"> {
  return { text: conditions.map(({ text }) => text).join(" and "), conditions };
}

function assertChances({
  count,
  ...chances
}: {
  count: number;
  falseDiscoveries: number;
  confidence: number;
}): void {
  const wrong = Object.entries(chances).find(([, chance]) => !(chance > 0 && chance < 1));
  if (wrong === undefined && Number.isInteger(count) && count > 0) return;
  throw new UsageError({
    got: `findSlices got ${wrong === undefined ? `count = ${count}` : `${wrong[0]} = ${wrong[1]}`}.`,
    expected: wrong === undefined ? "a whole number of slices." : "a number between 0 and 1.",
    fix: "pass { count: 10, falseDiscoveries: 0.05, confidence: 0.95 }, or leave them out.",
  });
}
