import { nearestName, UsageError } from "../../core/index.js";
import type { Labelled } from "./labelled.js";

/** How a label's quality is scored; the lower, the more likely it is wrong. */
export type LabelScore = "self-confidence" | "normalized-margin" | "confidence-weighted-entropy";

/** Below this nothing is divided by, as in cleanlab. */
const smallest = 1e-6;

type Score = (probabilities: Float32Array, first: number, classes: number, label: number) => number;

const scores: Readonly<Record<LabelScore, Score>> = {
  "self-confidence": (probabilities, first, _, label) => probabilities[first + label]!,
  "normalized-margin": (probabilities, first, classes, label) => {
    let other = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < classes; k++) if (k !== label) other = Math.max(other, probabilities[first + k]!);
    return (probabilities[first + label]! - other + 1) / 2;
  },
  "confidence-weighted-entropy": (probabilities, first, classes, label) => {
    let entropy = 0;
    for (let k = 0; k < classes; k++) {
      const p = probabilities[first + k]!;
      if (p > 0) entropy -= p * Math.log(p);
    }
    const doubt = entropy / Math.log(classes) / Math.max(probabilities[first + label]!, smallest);
    return Math.log(doubt + 1) / Math.max(doubt, smallest);
  },
};

/**
 * How far each label can be trusted, by what a model that was not trained on it says: 1 is good, 0 is bad.
 *
 * @param log - predictions for samples that the model was not trained on
 * @param score - defaults to "self-confidence", the probability of the given label
 * @returns shape [samples]
 * @throws UsageError for a score that there is not
 * @see C. Northcutt, L. Jiang and I. Chuang, "Confident Learning: Estimating Uncertainty in Dataset Labels" (2021);
 *   cleanlab, `get_label_quality_scores`
 * @example
 * const log = { labels: Int32Array.of(0, 1), probabilities: Float32Array.of(0.75, 0.25, 0.75, 0.25), classes: ["cat", "dog"] };
 * labelQuality(log); // Float64Array [0.75, 0.25]
 * labelQuality(log, "normalized-margin"); // Float64Array [0.75, 0.25]
 */
export function labelQuality(
  { labels, probabilities, classes }: Labelled,
  score: LabelScore = "self-confidence",
): Float64Array {
  const scoreOf = scores[score];
  if (scoreOf === undefined) {
    const names = Object.keys(scores);
    throw new UsageError({
      got: `labelQuality got the score ${JSON.stringify(score)}.`,
      expected: `one of ${names.map((name) => `"${name}"`).join(", ")}.`,
      fix: `write "${nearestName(String(score), names) ?? names[0]}".`,
    });
  }
  const width = classes.length;
  return Float64Array.from(labels, (label, row) => scoreOf(probabilities, row * width, width, label));
}
