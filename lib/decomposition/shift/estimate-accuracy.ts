import {
  checkOptions,
  formatPercent,
  type Interval,
  type PredictionLog,
  twoSidedQuantile,
  UsageError,
} from "../../core/index.js";
import { wrongRows } from "../logs/wrong-rows.js";
import { type Rows, resampleBoth } from "./resample-both.js";
import { assertSourceAndTarget, type UnlabelledLog } from "./unlabelled-log.js";

/** Options for {@link estimateAccuracy}. */
export interface EstimateAccuracyOptions {
  /**
   * "atc", average thresholded confidence: the share of samples above the confidence that as many source samples are above
   * as are right. "doc", difference of confidences: the source accuracy less what the mean confidence fell by. Defaults to
   * "atc".
   */
  method?: "atc" | "doc";
  /** How often the interval holds, between 0 and 1; defaults to 0.95. */
  confidence?: number;
  /** How often both sets are drawn anew for the interval; defaults to 200. */
  resamples?: number;
  /** Seed of the draws; defaults to 0. */
  seed?: number;
}

/** How often a model is right on images without labels. */
export interface AccuracyEstimate extends Interval {
  /** Its accuracy on the labelled set. */
  readonly source: number;
  /** What was found, in a sentence. */
  readonly reading: string;
}

/**
 * The accuracy on images without labels, from how sure the model is of them.
 *
 * The interval is of chance alone. Where the model became wrong without becoming less sure, both methods are too high; no
 * method without labels can tell.
 *
 * @param source - labelled, held out
 * @param target - predictions of the same model; labels are not looked at
 * @throws UsageError for a faulty log, other classes, or options that are none
 * @see S. Garg et al., "Leveraging Unlabeled Data to Predict Out-of-Distribution Performance" (2022), on ATC; D. Guillory
 *   et al., "Predicting with Confidence on Unseen Distributions" (2021), on DoC
 */
export function estimateAccuracy(
  source: PredictionLog,
  target: UnlabelledLog,
  options: EstimateAccuracyOptions = {},
): AccuracyEstimate {
  checkOptions("estimateAccuracy", options, ["method", "confidence", "resamples", "seed"]);
  const { method = "atc", confidence = 0.95, resamples = 200, seed = 0 } = options;
  twoSidedQuantile(confidence); // refuses what is no confidence
  if (!(["atc", "doc"].includes(method) && Number.isInteger(resamples) && resamples >= 2))
    throw new UsageError({
      got: `estimateAccuracy got { method: ${JSON.stringify(method)}, resamples: ${resamples} }.`,
      expected: 'the method "atc" or "doc", and two resamples or more.',
      fix: 'pass { method: "atc", resamples: 200 }, or leave them out.',
    });
  assertSourceAndTarget("estimateAccuracy", source, target);
  const wrong = Float32Array.from(wrongRows(source));
  const [before, after] = [sureness(source), sureness(target)];
  const estimator = method === "atc" ? thresholded : differenced;
  const estimate = estimator(before, wrong, after);
  const pick = (column: Float32Array, rows: Rows) => Float32Array.from(rows, (row) => column[row]!);
  const [interval] = resampleBoth(
    [before.length, after.length],
    (of, to) => [estimator(pick(before, of), pick(wrong, of), pick(after, to))],
    { confidence, resamples, seed },
  );
  const { low, high } = interval!;
  const accuracy = 1 - meanOf(wrong);
  const percent = (rate: number) => formatPercent(rate);
  return {
    ...{ estimate, low: Math.min(low, estimate), high: Math.max(high, estimate), source: accuracy },
    reading: `By its confidence the model is right on ${percent(estimate)} % of the unlabelled samples (${percent(low)} to ${percent(high)}); on the labelled ones it is on ${percent(accuracy)} %.`,
  };
}

/** The highest probability of each row. */
function sureness({ probabilities, classes }: UnlabelledLog): Float32Array {
  const width = classes.length;
  return Float32Array.from({ length: probabilities.length / width }, (_, row) => {
    let most = 0;
    for (let k = 0; k < width; k++) most = Math.max(most, probabilities[row * width + k]!);
    return most;
  });
}

type Estimator = (before: Float32Array, wrong: Float32Array, after: Float32Array) => number;

const thresholded: Estimator = (before, wrong, after) => {
  const errors = Math.round(wrong.reduce((sum, is) => sum + is, 0));
  const sorted = before.slice().sort();
  const threshold = errors < sorted.length ? sorted[errors]! : Number.POSITIVE_INFINITY;
  return after.reduce((sum, value) => sum + Number(value >= threshold), 0) / after.length;
};

const differenced: Estimator = (before, wrong, after) =>
  Math.min(1, Math.max(0, 1 - meanOf(wrong) - (meanOf(before) - meanOf(after))));

function meanOf(values: Float32Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
