import {
  areaInterval,
  areaUnderRoc,
  type Interval,
  type IntervalOptions,
  logitInterval,
  type PredictionLog,
  standardErrorOf,
  twoSidedQuantile,
  UsageError,
} from "../../core/index.js";
import { oneAgainstRest } from "./positive-class.js";

/**
 * The area under the ROC curve of a whole log: of two classes that of the second; of more the mean over the classes, each
 * against the others, of those that have samples and are not alone.
 *
 * The mean's interval follows from what each sample adds to it in all, which is DeLong's method for one area.
 *
 * @throws UsageError where all samples are of one class
 * @see E. LeDell, M. Petersen and M. van der Laan, "Computationally Efficient Confidence Intervals for Cross-validated Area
 *   Under the ROC Curve Estimates" (2015), on influence; scikit-learn, `roc_auc_score(multi_class="ovr")`
 */
export function areaUnderRocOfLog(log: PredictionLog, { confidence = 0.95 }: IntervalOptions = {}): Interval {
  const { classes, labels } = log;
  const columns = classes.length === 2 ? [1] : classes.map((_, k) => k);
  const sets = columns.map((k) => oneAgainstRest(log, k));
  const both = sets.filter(({ positives }) => positives > 0 && positives < labels.length);
  if (both.length === 0)
    throw new UsageError({
      got: `${log.split}: all ${labels.length} samples are of one class.`,
      expected: "samples of two classes or more: a ROC curve tells one from the others.",
      fix: "score a split that holds several classes.",
    });
  const areas = both.map(({ scores, positive }) => areaUnderRoc(scores, positive));
  if (areas.length === 1) return areaInterval(areas[0]!, both[0]!.positives, { confidence });
  const mean = areas.reduce((sum, { area }) => sum + area, 0) / areas.length;
  const influence = Float64Array.from(
    labels,
    (_, row) => areas.reduce((sum, each) => sum + each.influence[row]!, 0) / areas.length,
  );
  if (mean > 1 - 1e-12) return { estimate: 1, low: lowestOf(areas, both, confidence), high: 1 };
  return logitInterval(mean, standardErrorOf(influence), twoSidedQuantile(confidence));
}

/** Where nothing overlaps anywhere: the mean of what each class alone would leave open. */
function lowestOf(
  areas: readonly Parameters<typeof areaInterval>[0][],
  both: readonly { positives: number }[],
  confidence: number,
): number {
  const lows = areas.map((area, k) => areaInterval(area, both[k]!.positives, { confidence }).low);
  return lows.reduce((sum, low) => sum + low, 0) / lows.length;
}
