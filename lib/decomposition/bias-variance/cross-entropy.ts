import type { Contributions } from "./estimate-over-samples.js";
import { type LossPart, noLossParts } from "./loss-parts.js";
import type { ModelsOnSamples } from "./models-of.js";

/** A probability below this counts as this, as in training: −log 0 is infinite. */
const smallest = 1e-7;

/**
 * What each sample adds to the parts of the cross-entropy, in nats. The main prediction is the models' geometric mean,
 * normalized; variance is how far the models are from it (mean KL divergence), bias how far it is from the truth.
 */
export function crossEntropyParts(data: ModelsOnSamples): Contributions<LossPart> {
  const { models, samples, classes, truth, said } = data;
  const { loss, noise, bias, variance } = noLossParts(samples);
  const logs = new Float64Array(classes);
  for (let row = 0; row < samples; row++) {
    const first = row * classes;
    logs.fill(0);
    for (const each of said)
      for (let k = 0; k < classes; k++) logs[k]! += Math.log(Math.max(each[first + k]!, smallest)) / models;
    const top = Math.max(...logs);
    const logSum = top + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - top), 0));
    // Mean KL(main ‖ model) = Σ main·(log main − mean log model) = −logSum, for log main = mean log − logSum.
    variance[row] = -logSum;
    for (let k = 0; k < classes; k++) {
      const wanted = truth[first + k]!;
      if (wanted === 0) continue;
      loss[row]! -= wanted * logs[k]!;
      noise[row]! -= wanted * Math.log(wanted);
    }
    bias[row] = loss[row]! - noise[row]! - variance[row]!;
  }
  return { loss, noise, bias, variance };
}
