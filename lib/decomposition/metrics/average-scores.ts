import {
  type BootstrapOptions,
  bootstrapIntervals,
  contrastInterval,
  type Interval,
  type PredictionLog,
} from "../../core/index.js";
import type { ClassScores } from "./class-scores.js";
import { predictedClasses } from "./predicted-classes.js";

/** Precision, recall and F1 averaged over the classes, each class with the same weight. */
export interface MacroScores {
  readonly precision: Interval;
  readonly recall: Interval;
  readonly f1: Interval;
}

/**
 * The mean recall of the classes that have samples. Its interval squares and adds Wilson's of each recall, for the
 * classes' samples are independent.
 *
 * @see G. Zou and A. Donner (2008), as in `contrastInterval`; scikit-learn, `balanced_accuracy_score`
 */
export function balancedAccuracy(classes: readonly ClassScores[]): Interval {
  const present = classes.filter(({ samples }) => samples > 0);
  return contrastInterval(present.map(({ recall }) => ({ ...recall, weight: 1 / present.length })));
}

/**
 * Means over the classes that occur, among the labels or the predictions; a share of nothing counts as 0. The intervals
 * are bootstrapped.
 *
 * @see scikit-learn, `precision_recall_fscore_support(average="macro", zero_division=0)`
 */
export function macroScores(log: PredictionLog, options: BootstrapOptions = {}): MacroScores {
  const predicted = predictedClasses(log);
  const { labels, classes } = log;
  const width = classes.length;
  const tallies = new Int32Array(3 * width); // of each class: labels, predictions, both
  const statistics = (rows: Uint32Array): number[] => {
    tallies.fill(0);
    for (const row of rows) {
      const [label, guess] = [labels[row]!, predicted[row]!];
      tallies[label]!++;
      tallies[width + guess]!++;
      if (label === guess) tallies[2 * width + label]!++;
    }
    let [precision, recall, f1, present] = [0, 0, 0, 0];
    for (let k = 0; k < width; k++) {
      const [of, as, both] = [tallies[k]!, tallies[width + k]!, tallies[2 * width + k]!];
      if (of + as === 0) continue;
      present++;
      precision += as === 0 ? 0 : both / as;
      recall += of === 0 ? 0 : both / of;
      f1 += (2 * both) / (of + as);
    }
    return [precision / present, recall / present, f1 / present];
  };
  const [precision, recall, f1] = bootstrapIntervals(labels.length, statistics, options);
  return { precision: precision!, recall: recall!, f1: f1! };
}
