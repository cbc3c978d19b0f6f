import { checkOptions, nearestName, type PredictionLog, UsageError } from "../../core/index.js";
import { assertPredictionLog } from "../logs/assert-prediction-log.js";
import { predictedClasses } from "../metrics/predicted-classes.js";
import { estimateLabelNoise } from "./estimate-label-noise.js";
import { type LabelFilter, labelFilters } from "./label-filter.js";
import { type LabelScore, labelQuality } from "./label-quality.js";

/** Options for {@link findLabelIssues}. */
export interface FindLabelIssuesOptions {
  /**
   * Which labels count as wrong: one of cleanlab's filters, or "estimated", those that `estimateLabelNoise` takes for more
   * likely wrong than right. Defaults to "estimated".
   */
  filter?: LabelFilter | "estimated";
  /** What they are ordered by, the lowest first; defaults to "self-confidence". */
  score?: LabelScore;
}

/** A label to look at again. */
export interface LabelIssue {
  readonly row: number;
  readonly id: string;
  /** The class that the label says. */
  readonly given: string;
  /** The class that it should probably say. */
  readonly suggested: string;
  /** How far the label can be trusted, from 0 to 1. */
  readonly quality: number;
}

/**
 * The labels that are probably wrong, the worst first, each with the label that it should probably have.
 *
 * @param log - predictions for samples that the model was not trained on, from cross-validation for instance
 * @throws UsageError for a faulty log, or a filter or score that there is not
 * @see C. Northcutt, L. Jiang and I. Chuang, "Confident Learning: Estimating Uncertainty in Dataset Labels" (2021);
 *   cleanlab, `find_label_issues`, whose five filters these are
 * @example
 * const log = { split: "train", ids: ["a", "b", "c"], labels: Int32Array.of(0, 1, 1), classes: ["cat", "dog"], tags: {},
 *   probabilities: Float32Array.of(0.875, 0.125, 0.25, 0.75, 0.75, 0.25) };
 * const [issue] = findLabelIssues(log, { filter: "predicted-not-given" });
 * issue; // { row: 2, id: "c", given: "dog", suggested: "cat", quality: 0.25 }
 */
export function findLabelIssues(log: PredictionLog, options: FindLabelIssuesOptions = {}): LabelIssue[] {
  checkOptions("findLabelIssues", options, ["filter", "score"]);
  const { filter = "estimated", score } = options;
  assertFilter(filter);
  assertPredictionLog(log, log.split);
  const quality = labelQuality(log, score);
  const { flags, suggested } = judge(log, filter);
  return Array.from(flags.keys())
    .filter((row) => flags[row] === 1)
    .sort((a, b) => quality[a]! - quality[b]! || a - b)
    .map((row) => ({
      row,
      id: log.ids[row]!,
      given: log.classes[log.labels[row]!]!,
      suggested: log.classes[suggested[row]!]!,
      quality: quality[row]!,
    }));
}

function judge(
  log: PredictionLog,
  filter: LabelFilter | "estimated",
): { flags: Uint8Array; suggested: Int32Array } {
  if (filter !== "estimated") return { flags: labelFilters[filter](log), suggested: predictedClasses(log) };
  const { wrong, suggested } = estimateLabelNoise(log);
  return { flags: Uint8Array.from(wrong, (p) => Number(p > 0.5)), suggested };
}

function assertFilter(filter: string): void {
  const names = ["estimated", ...Object.keys(labelFilters)];
  if (names.includes(filter)) return;
  throw new UsageError({
    got: `findLabelIssues got the filter ${JSON.stringify(filter)}.`,
    expected: `one of ${names.map((name) => `"${name}"`).join(", ")}.`,
    fix: `write "${nearestName(String(filter), names) ?? names[0]}".`,
  });
}
