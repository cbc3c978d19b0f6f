import { type PredictionLog, permutation, randomSource } from "../../../core/index.js";
import { scanScore } from "../scan-score.js";
import type { Embeddings } from "./embeddings.js";
import { groupCentre } from "./group-centre.js";
import { kMeans } from "./k-means.js";
import { directionTo, type Whitening, whiten, whitening } from "./whitening.js";

/** A region of the embeddings: the samples furthest in one direction. */
export interface HiddenCandidate {
  /** How far each sample lies in the direction, shape [samples]. */
  readonly scores: Float64Array;
  /** A sample belongs to the slice from here on. */
  readonly threshold: number;
}

/** Shares of the samples that a slice may have. */
const shares = [0.01, 0.02, 0.05, 0.1, 0.2];

/** The errors are grouped coarsely and finely; each group leads to one candidate. */
const groupings = [1, 2, 4, 8];

/** More errors or samples make neither directions nor spread much surer. */
const [mostErrors, mostRows] = [2000, 5000];

/**
 * Regions of the embeddings where errors gather, from one half of the samples: errors are grouped where they lie, and each
 * group gives the direction that leads to it from the mean of its class.
 *
 * @param rows - the half to look at
 */
export function hiddenCandidates(
  { labels, classes }: PredictionLog,
  { values, width }: Embeddings,
  wrong: Uint8Array,
  { rows, seed, minSamples }: { rows: Uint32Array; seed: number; minSamples: number },
): HiddenCandidate[] {
  const random = randomSource(seed, "groups");
  const shuffled = permutation(rows.length, random);
  const drawn = Uint32Array.from(shuffled.subarray(0, mostRows), (i) => rows[i]!);
  const spread = whitening(values, width, { labels, classes: classes.length, rows: drawn });
  const rowOf = (row: number) => values.subarray(row * width, (row + 1) * width);
  const errors = Array.from(shuffled, (i) => rows[i]!)
    .filter((row) => wrong[row] === 1)
    .slice(0, mostErrors);
  const points = errors.map((row) => whiten(spread, rowOf(row), labels[row]!));
  if (points.length === 0) return [];
  const centres = groupings
    .filter((count) => count === 1 || points.length >= 10 * count)
    .flatMap((count) => kMeans(points, count, random));
  return centres.flatMap((centre) => {
    const scores = scoresOf(spread, groupCentre(points, centre), { values, labels });
    const threshold = thresholdFor(scores, wrong, rows, minSamples);
    return threshold === undefined ? [] : [{ scores, threshold }];
  });
}

function scoresOf(
  spread: Whitening,
  point: Float64Array,
  { values, labels }: { values: Float32Array; labels: Int32Array },
): Float64Array {
  const direction = directionTo(spread, point);
  const width = direction.length;
  const dot = (row: ArrayLike<number>, first: number) => {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += direction[k]! * row[first + k]!;
    return sum;
  };
  const offsets = spread.means.map((mean) => dot(mean, 0));
  return Float64Array.from(labels, (label, row) => dot(values, row * width) - offsets[label]!);
}

/** Where to cut so that the slice stands out most; undefined where no cut makes it worse than the rest. */
function thresholdFor(
  scores: Float64Array,
  wrong: Uint8Array,
  rows: Uint32Array,
  minSamples: number,
): number | undefined {
  const order = rows.slice().sort((a, b) => scores[b]! - scores[a]!);
  const all = { samples: rows.length, losses: order.reduce((sum, row) => sum + wrong[row]!, 0) };
  let best: { threshold: number; score: number } | undefined;
  for (const share of shares) {
    const samples = Math.max(minSamples, Math.round(share * rows.length));
    if (samples >= rows.length) continue;
    const losses = order.subarray(0, samples).reduce((sum, row) => sum + wrong[row]!, 0);
    const score = scanScore({ samples, losses }, all);
    if (score > (best?.score ?? 0)) best = { threshold: scores[order[samples - 1]!]!, score };
  }
  return best?.threshold;
}
