import type { Contributions } from "./estimate-over-samples.js";
import { type LossPart, noLossParts } from "./loss-parts.js";
import type { ModelsOnSamples } from "./models-of.js";

/**
 * What each sample adds to the parts of the squared loss, summed over the classes. Variance with divisor models − 1, and
 * what the mean's own variance adds to the bias taken out again: both are right on average, and the sum is exact.
 */
export function squaredParts(data: ModelsOnSamples): Contributions<LossPart> {
  const { models, samples, classes, truth, said } = data;
  const { loss, noise, bias, variance } = noLossParts(samples);
  for (let row = 0; row < samples; row++) {
    // Of a label drawn from the truth: Σ t·(1 − t), the variance of its one-hot coding.
    for (let k = row * classes; k < (row + 1) * classes; k++) {
      const wanted = truth[k]!;
      let [mean, squares] = [0, 0];
      for (const each of said) mean += each[k]! / models;
      for (const each of said) squares += (each[k]! - mean) ** 2;
      noise[row]! += wanted * (1 - wanted);
      variance[row]! += squares / (models - 1);
      bias[row]! += (mean - wanted) ** 2 - squares / (models - 1) / models;
    }
    loss[row] = noise[row]! + bias[row]! + variance[row]!;
  }
  return { loss, noise, bias, variance };
}
