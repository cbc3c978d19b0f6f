import { mixWord, type PredictionLog } from "../../../core/index.js";

/** A row with no probability between these and 1 less these says little: many samples share it. */
const saturated = 1e-5;

/**
 * A number for each row that label and probabilities give, to their last bit; NaN where the model is so sure that many samples
 * would have the same.
 */
export function fingerprints({ probabilities, labels, classes }: PredictionLog): Float64Array {
  const bits = new Uint32Array(Float32Array.from(probabilities).buffer);
  const width = classes.length;
  return Float64Array.from(labels, (label, row) => {
    let [a, b, sure] = [label, ~label, true];
    for (let i = row * width; i < (row + 1) * width; i++) {
      a = mixWord(a ^ bits[i]!);
      b = mixWord((b + a) ^ bits[i]!);
      if (probabilities[i]! > saturated && probabilities[i]! < 1 - saturated) sure = false;
    }
    return sure ? Number.NaN : (a >>> 0) * 2 ** 20 + (b >>> 12);
  });
}
