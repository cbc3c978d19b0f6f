import { quantile } from "../../core/index.js";

/** How probabilities are put into bins: of equal width, or of about equally many samples. */
export type BinStrategy = "uniform" | "quantile";

/**
 * The edges of the bins, the lowest first; a bin holds what is above its lower edge, up to and with its upper one.
 *
 * @see scikit-learn, `sklearn.calibration.calibration_curve`
 * @example
 * binEdges(Float32Array.of(0.25, 0.5, 1), 2, "quantile"); // [0.25, 0.5, 1]
 */
export function binEdges(probabilities: Float32Array, bins: number, strategy: BinStrategy): number[] {
  const shares = Array.from({ length: bins + 1 }, (_, i) => i / bins);
  if (strategy === "uniform") return shares;
  const sorted = Array.from(probabilities.slice().sort());
  return shares.map((share) => quantile(sorted, share));
}

/**
 * The bin of a probability.
 *
 * @example
 * [0, 0.5, 0.51, 1].map((probability) => binOf(probability, [0, 0.5, 1])); // [0, 0, 1, 1]
 */
export function binOf(probability: number, edges: readonly number[]): number {
  let [bin, last] = [0, edges.length - 2];
  while (bin < last) {
    const middle = (bin + last) >> 1;
    if (probability <= edges[middle + 1]!) last = middle;
    else bin = middle + 1;
  }
  return bin;
}
