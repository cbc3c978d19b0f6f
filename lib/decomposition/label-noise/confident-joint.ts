import type { Labelled } from "./labelled.js";
import { roundKeepingSum } from "./round-keeping-sum.js";

/** Which given labels go with which true ones, counted where the model is confident. */
export interface ConfidentJoint {
  /** From how much on the model is confident of a class: its mean probability where the label is that class. */
  readonly thresholds: Float64Array;
  /** Row-major, shape [given label, true label], whole numbers; each row sums to the number of such labels. */
  readonly counts: number[][];
  /** The class that the model is confident of, −1 where there is none, shape [samples]. */
  readonly guesses: Int32Array;
}

/** Room for rounding, as in cleanlab. */
const room = 1e-6;

/** Of a class that no label names nobody is confident. */
const unreachable = 2;

/**
 * The confident joint of confident learning.
 *
 * @see C. Northcutt, L. Jiang and I. Chuang, "Confident Learning: Estimating Uncertainty in Dataset Labels" (2021);
 *   cleanlab 2.9, `compute_confident_joint`
 */
export function confidentJoint(log: Labelled): ConfidentJoint {
  const { labels, classes } = log;
  const thresholds = meanSelfConfidence(log);
  const guesses = confidentGuesses(log, thresholds);
  const counts = classes.map(() => classes.map(() => 0));
  for (const [row, guess] of guesses.entries()) if (guess >= 0) counts[labels[row]!]![guess]!++;
  for (let k = 0; k < classes.length; k++) counts[k]![k] = Math.max(1, counts[k]![k]!);
  return { thresholds, counts: calibrated(counts, labels), guesses };
}

function meanSelfConfidence({ labels, probabilities, classes }: Labelled): Float64Array {
  const sums = new Float64Array(classes.length);
  const samples = new Float64Array(classes.length);
  for (const [row, label] of labels.entries()) {
    sums[label]! += probabilities[row * classes.length + label]!;
    samples[label]!++;
  }
  return sums.map((sum, k) => (samples[k] === 0 ? unreachable : Math.max(2 * room, sum / samples[k]!)));
}

/** Where the model is confident of several classes, its favourite counts. */
function confidentGuesses(
  { labels, probabilities, classes }: Labelled,
  thresholds: Float64Array,
): Int32Array {
  const width = classes.length;
  const guesses = new Int32Array(labels.length).fill(-1);
  for (let row = 0; row < guesses.length; row++) {
    let [confident, favourite, first] = [0, 0, -1];
    for (let k = 0; k < width; k++) {
      const p = probabilities[row * width + k]!;
      if (p > probabilities[row * width + favourite]!) favourite = k;
      if (p < thresholds[k]! - room) continue;
      confident++;
      if (first < 0) first = k;
    }
    guesses[row] = confident > 1 ? favourite : first;
  }
  return guesses;
}

/** Scaled so that each given label is counted as often as it was given, in whole numbers. */
function calibrated(counts: readonly number[][], labels: Int32Array): number[][] {
  const given = counts.map(() => 0);
  for (const label of labels) given[label]!++;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0);
  const scaled = counts.map((row, k) => row.map((count) => (count / sum(row)) * given[k]!));
  const total = sum(scaled.map(sum));
  return scaled.map((row) => roundKeepingSum(row.map((count) => (count / total) * labels.length)));
}
