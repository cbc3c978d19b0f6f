import {
  bootstrapReplicates,
  checkOptions,
  type ErrorRung,
  type ErrorTerm,
  type PredictionLog,
  twoSidedQuantile,
  UsageError,
} from "../../core/index.js";
import { ladderOrder } from "../error-ladder.js";
import { ladderFromLogs } from "../logs/ladder-from-logs.js";
import { negativeNote } from "../negative-note.js";
import { bandReach, covarianceOf, type DrawnTerm, judgeDrawn, limitsOf } from "./drawn-terms.js";
import { type LadderMetric, ladderMetrics } from "./ladder-metrics.js";
import type { MetricDecomposition } from "./metric-decomposition.js";
import { metricReading } from "./metric-reading.js";

/** Options for {@link decomposeMetric}. */
export interface DecomposeMetricOptions {
  /** The loss that nobody gets below, taken as exact; defaults to 0. */
  irreducible?: number;
  /** Images in the training set; where the training log holds all of them, its loss has no sampling error. */
  trainSize?: number;
  /** How often the intervals hold the true value, between 0 and 1; defaults to 0.95. */
  confidence?: number;
  /** How often each split is drawn anew; defaults to 1,000. */
  resamples?: number;
  /** Seed of the draws; defaults to 0. */
  seed?: number;
}

/** A rung with what it comes to in each draw. */
interface DrawnRung {
  readonly rung: ErrorRung;
  readonly values: Float64Array;
  readonly exact: boolean;
}

/**
 * Takes any loss on the test set apart like the error rate: log loss, Brier score, balanced error, area above the ROC curve
 * or one of your own. Every split is drawn anew, each by itself, and the terms' intervals are what the draws leave open.
 *
 * For the error rate, `decomposeError` has closed forms, which are better where errors are rare.
 *
 * @param logs - one log each of `train`, `trainVal` and `test`, and of `testVal` where there is a second validation set
 * @param metric - one of `ladderMetrics` by name, or a metric of your own
 * @throws UsageError for what `ladderFromLogs` refuses, and options that are none
 * @see B. Efron and R. Tibshirani, "An Introduction to the Bootstrap" (1993), section 13.3; R. Beran, "Balanced Simultaneous
 *   Confidence Sets" (1988), on the band
 * @example
 * const log = (split: string, p: number) =>
 *   ({ split, ids: [split], labels: Int32Array.of(0), probabilities: Float32Array.of(p, 1 - p), classes: ["a", "b"], tags: {} });
 * const { terms } = decomposeMetric([log("train", 1), log("trainVal", 0.5), log("test", 0.25)], "logLoss");
 * terms.map(({ estimate }) => estimate.toFixed(4)); // ["0.0000", "0.0000", "0.6931", "0.6931"]
 */
export function decomposeMetric(
  logs: readonly PredictionLog[],
  metric: keyof typeof ladderMetrics | LadderMetric,
  options: DecomposeMetricOptions = {},
): MetricDecomposition {
  checkOptions("decomposeMetric", options, ["irreducible", "trainSize", "confidence", "resamples", "seed"]);
  const { irreducible = 0, trainSize, confidence = 0.95, resamples = 1000 } = options;
  twoSidedQuantile(confidence); // refuses what is no confidence
  const loss = metricOf(metric);
  const counted = ladderFromLogs(logs, trainSize === undefined ? {} : { trainSize });
  const census = typeof counted.train === "object" && counted.train.population === counted.train.samples;
  const drawn = ladderOrder.flatMap(({ rung: name }, place): DrawnRung[] => {
    if (name === "irreducible") {
      const rung = { name, estimate: irreducible, low: irreducible, high: irreducible };
      return [{ rung, values: new Float64Array(resamples).fill(irreducible), exact: true }];
    }
    const log = logs.find(({ split }) => split === name);
    if (log === undefined) return [];
    return [drawRung(log, name, loss, { ...options, place, exact: name === "train" && census })];
  });
  const terms = drawn.map((upper, i): DrawnTerm => {
    const { term } = ladderOrder.find(({ rung }) => rung === upper.rung.name)!;
    const lower = drawn[i - 1];
    const estimate = upper.rung.estimate - (lower?.rung.estimate ?? 0);
    const values = upper.values.map((value, draw) => value - (lower?.values[draw] ?? 0));
    return { name: term, estimate, values, exact: upper.exact && (lower?.exact ?? true) };
  });
  const spreads = terms.map(({ values }) => Math.sqrt(covarianceOf(values, values)));
  const reach = bandReach(terms, spreads, confidence);
  const described = terms.map(({ name, estimate, values, exact }, i): ErrorTerm => {
    const { low, high } = exact ? { low: estimate, high: estimate } : limitsOf(values, confidence);
    const band = {
      low: Math.min(low, estimate - reach * spreads[i]!),
      high: Math.max(high, estimate + reach * spreads[i]!),
    };
    const note = estimate < 0 ? { note: negativeNote(name, high) } : {};
    return { name, estimate, low, high, exact, band, ...note };
  });
  const verdict = judgeDrawn(terms, described, confidence);
  const result = {
    ...{ metric: loss.name, unit: loss.unit, terms: described, confidence, ...verdict },
    rungs: drawn.map(({ rung }) => rung),
    covariance: terms.map((a) => terms.map((b) => covarianceOf(a.values, b.values))),
  };
  return { ...result, reading: metricReading(result) };
}

function metricOf(metric: keyof typeof ladderMetrics | LadderMetric): LadderMetric {
  if (typeof metric === "object") return metric;
  if (metric in ladderMetrics) return ladderMetrics[metric];
  throw new UsageError({
    got: `decomposeMetric got the metric ${JSON.stringify(metric)}.`,
    expected: `one of ${Object.keys(ladderMetrics).join(", ")}, or { name, unit, of }.`,
    fix: 'pass "logLoss", for instance.',
  });
}

function drawRung(
  log: PredictionLog,
  name: ErrorRung["name"],
  { of }: LadderMetric,
  {
    place,
    exact,
    resamples = 1000,
    seed = 0,
    confidence = 0.95,
  }: DecomposeMetricOptions & { place: number; exact: boolean },
): DrawnRung {
  const samples = log.labels.length;
  const loss = of(log);
  const estimate = loss(Uint32Array.from({ length: samples }, (_, row) => row));
  if (exact) {
    const rung = { name, estimate, low: estimate, high: estimate, samples };
    return { rung, values: new Float64Array(resamples).fill(estimate), exact };
  }
  // A stream of its own for each split: splits of one size would be drawn alike otherwise, and seem to vary together.
  const replicates = bootstrapReplicates(samples, (rows) => [loss(rows)], {
    resamples,
    seed: 8 * seed + place,
  });
  const values = Float64Array.from(replicates, ([value]) => (Number.isNaN(value) ? estimate : value!));
  return { rung: { name, estimate, ...limitsOf(values, confidence), samples }, values, exact };
}
