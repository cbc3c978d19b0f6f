import {
  type Counts,
  checkOptions,
  expectedMaximum,
  type IntervalOptions,
  newcombeInterval,
  twoSidedQuantile,
  UsageError,
} from "../../core/index.js";
import { bestOfCandidates } from "./best-of-candidates.js";
import type { LooksPrediction } from "./looks-prediction.js";
import { looksReading } from "./looks-reading.js";

/** What validation overfitting is predicted from. */
export interface LooksOptions extends IntervalOptions {
  /** How many candidates were compared on the validation set: settings tried, epochs to stop at, seeds to pick from. */
  looks: number;
  /** Images in the validation set. */
  samples: number;
  /** Error rate of the candidates, 0…1. */
  error: number;
  /**
   * How much the candidates' errors have in common, 0…1: `errorCorrelation` measures it; defaults to 0, which predicts the
   * most.
   */
  correlation?: number;
  /** What was measured of the chosen one, for comparison. */
  observed?: { readonly validation: Counts; readonly test: Counts };
}

/**
 * How much lower than the truth the validation error of the best candidate comes out, only because it was picked: the
 * validation overfitting of candidates that are all equally good.
 *
 * It grows with the number of looks, but slowly, and shrinks with the size of the validation set and with what the
 * candidates' errors have in common. Candidates that differ in truth are picked for that too, and overfit less.
 *
 * @throws UsageError for numbers outside of what they can be
 * @see H. A. David and H. N. Nagaraja, "Order Statistics" (2003); R. Roelofs et al., "A Meta-Analysis of Overfitting in
 *   Machine Learning" (2019), on how little of it there is in practice
 * @example
 * const { expected, normal } = predictValidationOverfitting({ looks: 100, samples: 1000, error: 0.05 });
 * [expected.toFixed(4), normal.toFixed(4)]; // ["0.0164", "0.0173"]
 */
export function predictValidationOverfitting(options: LooksOptions): LooksPrediction {
  const names = ["looks", "samples", "error", "correlation", "observed", "confidence"] as const;
  checkOptions("predictValidationOverfitting", options, names);
  const { looks, samples, error, correlation = 0, observed, confidence = 0.95 } = options;
  const z = twoSidedQuantile(confidence);
  assertLooks(options, correlation);
  const best = bestOfCandidates({ looks, samples, error, correlation });
  const expected = error - best.mean;
  const ofTest = observed === undefined ? 0 : (error * (1 - error)) / observed.test.samples;
  const reach = z * Math.sqrt(best.variance + ofTest);
  const prediction = {
    expected,
    normal: Math.sqrt((error * (1 - error) * (1 - correlation)) / samples) * expectedMaximum(looks).mean,
    low: expected - reach,
    high: expected + reach,
  };
  const seen = observed && newcombeInterval(observed.validation, observed.test, { confidence });
  const compared = seen && { observed: seen, verdict: verdictOf(seen.estimate, prediction) };
  const result = { ...prediction, ...compared };
  return { ...result, reading: looksReading(result, { looks, samples, confidence }) };
}

function verdictOf(
  observed: number,
  { low, high }: { low: number; high: number },
): NonNullable<LooksPrediction["verdict"]> {
  if (observed > high) return "more than looks explain";
  return observed < low ? "less than looks explain" : "explained";
}

function assertLooks({ looks, samples, error }: LooksOptions, correlation: number): void {
  const whole = Number.isInteger(looks) && looks >= 1 && Number.isInteger(samples) && samples >= 1;
  if (whole && error >= 0 && error <= 1 && correlation >= 0 && correlation <= 1) return;
  throw new UsageError({
    got: `predictValidationOverfitting got ${looks} looks at ${samples} samples, error ${error}, correlation ${correlation}.`,
    expected: "whole numbers of looks and samples from 1 on, and an error and a correlation from 0 to 1.",
    fix: "pass { looks: 100, samples: 1000, error: 0.05 }.",
  });
}
