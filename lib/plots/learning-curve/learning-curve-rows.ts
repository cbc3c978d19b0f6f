import type { History } from "../../core/index.js";

/** What is drawn over the epochs: the share of wrong predictions, or the mean loss in nats. */
export type LearningCurveMetric = "error" | "loss";

/** The splits of a history. */
export type LearningCurveSplit = "train" | "trainVal" | "testVal";

/** One point of a learning curve. */
export interface LearningCurveRow {
  readonly epoch: number;
  readonly split: LearningCurveSplit;
  /** NaN where training has diverged. */
  readonly value: number;
}

/** A history as rows, split by split; a split that was not scored has none. */
export function learningCurveRows(history: History, metric: LearningCurveMetric): LearningCurveRow[] {
  const splits: readonly LearningCurveSplit[] = ["train", "trainVal", "testVal"];
  return splits.flatMap((split) =>
    history.epochs.flatMap(({ epoch, [split]: scores }) =>
      scores === undefined ? [] : [{ epoch, split, value: scores[metric] }],
    ),
  );
}
