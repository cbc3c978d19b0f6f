import type { Labelled } from "./labelled.js";

/** Fewer say too little. */
const fewest = 20;

/** How given labels come from true ones. */
export interface Transition {
  /** Row-major, shape [true label, given label]; each row sums to 1. */
  readonly matrix: Float64Array;
  /** How many samples it was counted on. */
  readonly anchors: number;
}

/**
 * Counts how a class's samples were labelled where the model leaves no doubt which class they are of. What the model gets
 * wrong elsewhere does not enter, so it is not taken for noise.
 *
 * @param share - of a class's samples, those that the model is surest of, 0…1
 * @see T. Liu and D. Tao, "Classification with Noisy Labels by Importance Reweighting" (2016), on anchor points
 */
export function transitionFromAnchors(
  { labels, probabilities, classes }: Labelled,
  share: number,
): Transition {
  const width = classes.length;
  const given = new Float64Array(width);
  for (const label of labels) given[label]!++;
  const matrix = new Float64Array(width * width);
  let anchors = 0;
  for (let k = 0; k < width; k++) {
    const surest = Uint32Array.from(labels, (_, row) => row).sort(
      (a, b) => probabilities[b * width + k]! - probabilities[a * width + k]! || a - b,
    );
    const chosen = surest.subarray(0, Math.max(fewest, Math.round(share * given[k]!)));
    // Half a sample more, so that nothing is impossible.
    for (let s = 0; s < width; s++) matrix[k * width + s] = s === k ? 0.5 : 0.5 / (width - 1);
    for (const row of chosen) matrix[k * width + labels[row]!]!++;
    for (let s = 0; s < width; s++) matrix[k * width + s]! /= chosen.length + 1;
    anchors += chosen.length;
  }
  return { matrix, anchors };
}
