import type { Counts, PredictionLog } from "../../core/index.js";

/**
 * How many rows of a log are wrong: the class of the highest probability is not the label. Of equal ones the first counts.
 *
 * @example
 * const log = { split: "test", ids: ["a", "b"], labels: Int32Array.of(0, 0), classes: ["cat", "dog"], tags: {} };
 * countErrors({ ...log, probabilities: Float32Array.of(0.9, 0.1, 0.2, 0.8) }); // { errors: 1, samples: 2 }
 */
export function countErrors({ labels, probabilities, classes }: PredictionLog): Counts {
  let errors = 0;
  for (let row = 0; row < labels.length; row++) {
    const first = row * classes.length;
    let best = 0;
    for (let k = 1; k < classes.length; k++)
      if (probabilities[first + k]! > probabilities[first + best]!) best = k;
    if (best !== labels[row]) errors++;
  }
  return { errors, samples: labels.length };
}
