import type { PredictionLog } from "../../core/index.js";

/**
 * The class of the highest probability of each row; of equal ones the first, as in `countErrors`.
 *
 * @returns class indices, shape [samples]
 * @example
 * predictedClasses({ classes: ["cat", "dog"], probabilities: Float32Array.of(0.2, 0.8, 0.5, 0.5) }); // Int32Array [1, 0]
 */
export function predictedClasses({
  classes,
  probabilities,
}: Pick<PredictionLog, "classes" | "probabilities">): Int32Array {
  const width = classes.length;
  const predicted = new Int32Array(probabilities.length / width);
  for (let row = 0; row < predicted.length; row++) {
    let best = 0;
    for (let k = 1; k < width; k++)
      if (probabilities[row * width + k]! > probabilities[row * width + best]!) best = k;
    predicted[row] = best;
  }
  return predicted;
}
