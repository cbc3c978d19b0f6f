import {
  type ConfusionMatrix,
  type Interval,
  type IntervalOptions,
  twoSidedQuantile,
  wilsonLimits,
} from "../../core/index.js";

/** How well one class is found. */
export interface ClassScores {
  readonly name: string;
  /** Samples with this label. */
  readonly samples: number;
  /** Samples that were taken for this class. */
  readonly predicted: number;
  /** Share of those taken for this class that are of it. Of none: 0, with the interval 0 to 1. */
  readonly precision: Interval;
  /** Share of this class's samples that were found. Of none: 0, with the interval 0 to 1. */
  readonly recall: Interval;
  /** Harmonic mean of the two. Where the class occurs nowhere: 0, with the interval 0 to 1. */
  readonly f1: Interval;
}

/**
 * Precision, recall and F1 of each class, with Wilson's intervals.
 *
 * F1 follows from the share that was right among all that are of the class or were taken for it, F1 = 2s / (1 + s), and
 * its interval from Wilson's of that share.
 *
 * @see K. F. Y. Lam, V. Gopal and J. Qian, "Confidence Intervals for the F1 Score: A Comparison of Four Methods" (2023),
 *   the indirect Wilson method; scikit-learn, `precision_recall_fscore_support(zero_division=0)`
 * @example
 * const [cat] = classScores({ classes: ["cat", "dog"], counts: Int32Array.of(8, 2, 0, 10) });
 * [cat.precision.estimate, cat.recall.estimate, cat.f1.estimate.toFixed(4)]; // [1, 0.8, "0.8889"]
 */
export function classScores(
  { classes, counts }: ConfusionMatrix,
  { confidence = 0.95 }: IntervalOptions = {},
): ClassScores[] {
  const z = twoSidedQuantile(confidence);
  const width = classes.length;
  return classes.map((name, k) => {
    const right = counts[k * width + k]!;
    let [samples, predicted] = [0, 0];
    for (let other = 0; other < width; other++) {
      samples += counts[k * width + other]!;
      predicted += counts[other * width + k]!;
    }
    const share = shareOf(right, samples + predicted - right, z);
    return {
      ...{ name, samples, predicted },
      precision: shareOf(right, predicted, z),
      recall: shareOf(right, samples, z),
      f1: { estimate: f1(share.estimate), low: f1(share.low), high: f1(share.high) },
    };
  });
}

const f1 = (share: number): number => (2 * share) / (1 + share);

/** Of nothing, nothing is known. */
function shareOf(right: number, all: number, z: number): Interval {
  return all === 0 ? { estimate: 0, low: 0, high: 1 } : wilsonLimits(right / all, all, z);
}
