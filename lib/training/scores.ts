import type { SplitScores } from "../core/index.js";
import { smallestProbability } from "./losses/batch-loss.js";

/**
 * Mean cross-entropy and error rate of probabilities, as a model gives them in evaluation mode, against labels.
 *
 * A row that is not finite counts as an error: a network that answers NaN has not answered.
 *
 * @param probabilities - row-major, shape [samples, classes]
 * @param labels - shape [samples]
 * @example
 * scores(Float32Array.of(0.5, 0.5, 0.25, 0.75), Int32Array.of(0, 0)).error; // 0.5
 */
export function scores(probabilities: Float32Array, labels: Int32Array): SplitScores {
  const classes = probabilities.length / labels.length;
  let loss = 0;
  let errors = 0;
  labels.forEach((label, sample) => {
    const row = probabilities.subarray(sample * classes, (sample + 1) * classes);
    const right = row[label]!;
    loss -= Math.log(Math.max(right, smallestProbability));
    if (row.indexOf(Math.max(...row)) !== label) errors++; // a row with NaN has NaN for its maximum, found nowhere
  });
  return {
    mode: "evaluation",
    samples: labels.length,
    loss: loss / labels.length,
    error: errors / labels.length,
  };
}
