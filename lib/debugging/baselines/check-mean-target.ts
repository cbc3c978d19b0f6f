import {
  checkOptions,
  type Finding,
  type Interval,
  meanInterval,
  type RegressionDataset,
  UsageError,
} from "../../core/index.js";
import { meanTarget } from "../../models/index.js";
import { notBetterThanMean } from "../wording/baselines.js";

/** What a regression says of a split. */
export interface RegressionAnswers extends Pick<RegressionDataset, "targets" | "targetNames"> {
  /** The model's answers, row-major, shape [samples, targets], in the targets' own units. */
  readonly predictions: ArrayLike<number>;
}

/** Options for {@link checkMeanTarget}. */
export interface CheckMeanTargetOptions {
  /** Of the intervals that decide, between 0 and 1; defaults to 0.95. */
  confidence?: number;
}

/**
 * Compares a trained regression with the mean target: each target of which it explains nothing is a finding.
 *
 * The squared errors are compared sample by sample; the mean is beaten when Student's interval of their difference lies
 * below 0.
 *
 * @param train - where the mean is taken
 * @param answers - of a split that the model was not trained on, two samples or more
 * @throws UsageError for too few samples, other targets, or not one answer for each
 * @example
 * const set = { targets: Float32Array.of(1, 9, 1, 9), targetNames: ["price"] };
 * checkMeanTarget(set, { ...set, predictions: [1.1, 9, 1, 8.9] }).length; // 0
 * checkMeanTarget(set, { ...set, predictions: [20, 30, 20, 30] })[0].severity; // "error"
 */
export function checkMeanTarget(
  train: Pick<RegressionDataset, "targets" | "targetNames">,
  answers: RegressionAnswers,
  options: CheckMeanTargetOptions = {},
): Finding[] {
  checkOptions("checkMeanTarget", options, ["confidence"]);
  const { confidence = 0.95 } = options;
  const { means, samples } = meanTarget(train, answers);
  const { targets, targetNames, predictions } = answers;
  if (predictions.length !== targets.length)
    throw new UsageError({
      got: `checkMeanTarget got ${predictions.length} predictions for ${targets.length} targets.`,
      expected: "one for each.",
      fix: "predict every sample once, in the order of the targets.",
    });
  return targetNames.flatMap((target, column) => {
    const squares = (of: (i: number) => number) =>
      Array.from({ length: samples }, (_, row) => {
        const i = row * targetNames.length + column;
        return (of(i) - targets[i]!) ** 2;
      });
    const [ours, theirs] = [squares((i) => predictions[i]!), squares(() => means[column]!)];
    const difference = worstIfNaN(
      meanInterval(
        ours.map((square, row) => square - theirs[row]!),
        { confidence },
      ),
    );
    if (difference.high < 0) return [];
    const root = (values: number[]) => Math.sqrt(values.reduce((sum, value) => sum + value / samples, 0));
    return [notBetterThanMean({ target, difference, samples, model: root(ours), mean: root(theirs) })];
  });
}

/** A network that answers NaN has not answered. */
function worstIfNaN(interval: Interval): Interval {
  const worst = Number.POSITIVE_INFINITY;
  return Number.isNaN(interval.estimate) ? { estimate: worst, low: worst, high: worst } : interval;
}
