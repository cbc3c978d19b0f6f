import { predictedClasses } from "../metrics/predicted-classes.js";
import type { Contributions } from "./estimate-over-samples.js";
import type { ModelsOnSamples } from "./models-of.js";

/** The parts of the error rate, over training sets. */
export type ZeroOnePart =
  | "loss"
  | "noise"
  | "bias"
  | "unbiasedVariance"
  | "biasedVariance"
  | "systematicEffect"
  | "varianceEffect"
  | "majority";

/**
 * What each sample adds to the parts of the error rate.
 *
 * `noise` is the error of the best possible answer, `majority` that of the models' vote. `bias` counts the samples where the
 * vote is not the best answer. There, models that stray from the vote may be right, so variance helps (`biasedVariance`);
 * elsewhere it harms (`unbiasedVariance`).
 */
export function zeroOneParts({ samples, classes, truth, said }: ModelsOnSamples): Contributions<ZeroOnePart> {
  const names = [
    ...["loss", "noise", "bias", "unbiasedVariance", "biasedVariance"],
    ...["systematicEffect", "varianceEffect", "majority"],
  ] as ZeroOnePart[];
  const parts = Object.fromEntries(names.map((name) => [name, new Float64Array(samples)])) as Record<
    ZeroOnePart,
    Float64Array
  >;
  const answers = said.map((probabilities) =>
    predictedClasses({ probabilities, classes: new Array<string>(classes).fill("") }),
  );
  const votes = new Int32Array(classes);
  for (let row = 0; row < samples; row++) {
    votes.fill(0);
    for (const answer of answers) votes[answer[row]!]!++;
    const errorOf = (k: number) => 1 - truth[row * classes + k]!;
    let [main, best, loss] = [0, 0, 0];
    for (let k = 0; k < classes; k++) {
      if (votes[k]! > votes[main]!) main = k;
      if (errorOf(k) < errorOf(best)) best = k;
      loss += (votes[k]! / answers.length) * errorOf(k);
    }
    const effect = loss - errorOf(main);
    parts.loss[row] = loss;
    parts.noise[row] = errorOf(best);
    parts.majority[row] = errorOf(main);
    parts.systematicEffect[row] = errorOf(main) - errorOf(best);
    parts.varianceEffect[row] = effect;
    parts.bias[row] = Number(main !== best);
    if (main === best) parts.unbiasedVariance[row] = effect;
    else parts.biasedVariance[row] = -effect;
  }
  return parts;
}
