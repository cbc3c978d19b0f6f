import { checkOptions, type PredictionLog, UsageError } from "../../core/index.js";
import { assertPredictionLog } from "../logs/assert-prediction-log.js";
import { wrongRows } from "../logs/wrong-rows.js";
import { conditionsOf, type SliceCondition } from "./slice-condition.js";
import { sliceLineScore } from "./slice-line-score.js";
import { type SliceOptions, sliceOptionNames, sliceSpace } from "./slice-options.js";
import { type SlicePlace, slicePlace } from "./slice-place.js";
import { sliceTables } from "./slice-tables.js";
import { sortSamples } from "./sort-samples.js";

/** Options for {@link topSlices}. */
export interface TopSlicesOptions extends SliceOptions {
  /** How many slices; more come back where the last of them ties with others. Defaults to 10. */
  count?: number;
  /** The weight of a slice's error against that of its size, above 0 and up to 1; defaults to 0.95. */
  alpha?: number;
  /** A loss of 0 or more per sample, shape [samples]; defaults to 1 where the prediction is wrong and 0 elsewhere. */
  losses?: Float32Array;
}

/** A slice with SliceLine's score. */
export interface ScoredSlice {
  readonly conditions: readonly SliceCondition[];
  readonly samples: number;
  /** Its losses, summed: with the default losses, its errors. */
  readonly losses: number;
  readonly score: number;
}

/**
 * The slices that SliceLine scores highest, exactly: all slices of up to three tags are counted, and no search can miss
 * one. Only scores above 0 come back.
 *
 * It says nothing of chance, and the same trouble comes back under many descriptions: `findSlices` deals with both.
 *
 * @throws UsageError for a faulty log, a log without tags, losses that are none, and options that are none
 * @see S. Sagadeeva and M. Boehm, "SliceLine: Fast, Linear-Algebra-based Slice Finding for ML Model Debugging" (2021)
 * @example
 * const night = Float32Array.of(0, 0, 0, 0, 1, 1);
 * const right = { split: "test", ids: ["a", "b", "c", "d", "e", "f"], labels: new Int32Array(6), classes: ["no", "yes"] };
 * const log = { ...right, probabilities: Float32Array.of(1, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0), tags: { night } };
 * const [worst] = topSlices(log, { minSamples: 1 });
 * worst.conditions[0].text; // "night = 1"
 */
export function topSlices(log: PredictionLog, options: TopSlicesOptions = {}): ScoredSlice[] {
  checkOptions("topSlices", options, [...sliceOptionNames, "count", "alpha", "losses"]);
  const { count = 10, alpha = 0.95, losses, ...rest } = options;
  assertPredictionLog(log, log.split);
  const space = sliceSpace("topSlices", log, rest);
  assertScoring({ count, alpha });
  if (losses !== undefined) assertLosses(losses, log.labels.length);
  const samples = sortSamples(space.tags, losses ?? wrongRows(log), space);
  const all = { samples: samples.size, losses: samples.losses.reduce((sum, loss) => sum + loss, 0) };
  if (all.losses === 0) return [];
  let best: (SlicePlace & Omit<ScoredSlice, "conditions">)[] = [];
  let bar = 0;
  const settle = (): void => {
    best.sort((a, b) => b.score - a.score);
    if (best.length < count) return;
    bar = best[count - 1]!.score;
    best = best.filter(({ score }) => score >= bar);
  };
  for (const table of sliceTables(samples, space.degree)) {
    for (let cell = 0; cell < table.samples.length; cell++) {
      const slice = { samples: table.samples[cell]!, losses: table.losses[cell]! };
      if (slice.samples < space.minSamples || slice.losses === 0) continue;
      const score = sliceLineScore(slice, all, alpha);
      if (score > 0 && score >= bar) best.push({ ...slicePlace(table, cell), ...slice, score });
    }
    settle();
  }
  return best.map(({ tags, ranges, ...slice }) => ({
    conditions: conditionsOf({ tags, ranges }, space.tags, samples.tags),
    ...slice,
  }));
}

function assertScoring({ count, alpha }: { count: number; alpha: number }): void {
  if (Number.isInteger(count) && count > 0 && alpha > 0 && alpha <= 1) return;
  throw new UsageError({
    got: `topSlices got { count: ${count}, alpha: ${alpha} }.`,
    expected: "a whole number of slices, and a weight above 0 and up to 1.",
    fix: "pass { count: 10, alpha: 0.95 }, or leave them out.",
  });
}

function assertLosses(losses: Float32Array, samples: number): void {
  const wrong = losses.findIndex((loss) => !(loss >= 0 && loss < Number.POSITIVE_INFINITY));
  if (wrong === -1 && losses.length === samples) return;
  throw new UsageError({
    got:
      losses.length === samples
        ? `topSlices got the loss ${losses[wrong]} in row ${wrong}.`
        : `topSlices got ${losses.length} losses for ${samples} samples.`,
    expected: "one number of 0 or more per sample.",
    fix: "pass the losses of the same samples, in the log's order.",
  });
}
