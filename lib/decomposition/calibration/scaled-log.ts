import type { PredictionLog } from "../../core/index.js";

/** A probability below this counts as this: its logarithm is wanted. */
export const smallest: number = 1e-7;

/**
 * A log as it would be with other self-confidence: its logits divided by the temperature. Above 1 the model is less sure,
 * below 1 surer; what it predicts stays the same.
 *
 * @param temperature - above 0
 * @example
 * const log = { split: "test", ids: ["a"], labels: Int32Array.of(0), classes: ["cat", "dog"], tags: {} };
 * withTemperature({ ...log, probabilities: Float32Array.of(0.2, 0.8) }, 2).probabilities[0].toFixed(4); // "0.3333"
 */
export function withTemperature(log: PredictionLog, temperature: number): PredictionLog {
  const width = log.classes.length;
  const probabilities = new Float32Array(log.probabilities.length);
  const scaled = new Float64Array(width);
  for (let first = 0; first < probabilities.length; first += width) {
    let sum = 0;
    for (let k = 0; k < width; k++) {
      scaled[k] = Math.max(log.probabilities[first + k]!, smallest) ** (1 / temperature);
      sum += scaled[k]!;
    }
    for (let k = 0; k < width; k++) probabilities[first + k] = scaled[k]! / sum;
  }
  return { ...log, probabilities };
}
