import { UsageError } from "../usage-error.js";

/** Area under a ROC curve and what each sample adds to it. */
export interface AreaUnderRoc {
  readonly area: number;
  /**
   * How far the area would move if this sample weighed a little more, one number a sample; they add up to 0. The variance
   * of the area is the sum of their squares over the samples squared.
   */
  readonly influence: Float64Array;
}

/**
 * The area under the ROC curve, the probability that a positive scores higher than a negative (ties count half), and
 * each sample's influence on it, in the time of one sort.
 *
 * @param scores - shape [samples]
 * @param positive - 1 where the sample is positive, shape [samples]
 * @throws UsageError where there are no positives or no negatives
 * @see E. DeLong, D. DeLong and D. Clarke-Pearson, "Comparing the Areas under Two or More Correlated ROC Curves" (1988);
 *   X. Sun and W. Xu, "Fast Implementation of DeLong's Algorithm" (2014)
 * @example
 * areaUnderRoc(Float32Array.of(0.1, 0.4, 0.35, 0.8), Uint8Array.of(0, 0, 1, 1)).area; // 0.75
 */
export function areaUnderRoc(scores: Float32Array, positive: Uint8Array): AreaUnderRoc {
  const samples = scores.length;
  const positives = positive.reduce((sum, is) => sum + is, 0);
  const negatives = samples - positives;
  if (positives === 0 || negatives === 0)
    throw new UsageError({
      got: `${positives} positive and ${negatives} negative samples.`,
      expected: "at least one of each: the area compares the one with the other.",
      fix: "score a split that holds both, or leave this class out.",
    });
  // A placement is the share of the other kind that a sample is on the right side of.
  const placement = new Float64Array(samples);
  const order = Uint32Array.from({ length: samples }, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  let [positivesBelow, negativesBelow] = [0, 0];
  for (let start = 0; start < samples; ) {
    let end = start;
    let tiedPositives = 0;
    for (; end < samples && scores[order[end]!] === scores[order[start]!]; end++)
      tiedPositives += positive[order[end]!]!;
    const tiedNegatives = end - start - tiedPositives;
    for (const row of order.subarray(start, end))
      placement[row] = positive[row]
        ? (negativesBelow + tiedNegatives / 2) / negatives
        : 1 - (positivesBelow + tiedPositives / 2) / positives;
    positivesBelow += tiedPositives;
    negativesBelow += tiedNegatives;
    start = end;
  }
  let area = 0;
  for (let row = 0; row < samples; row++) if (positive[row]) area += placement[row]! / positives;
  const influence = placement.map((share, row) => {
    const kin = positive[row] ? positives : negatives;
    return ((share - area) * samples) / Math.sqrt(kin * Math.max(1, kin - 1));
  });
  return { area, influence };
}
