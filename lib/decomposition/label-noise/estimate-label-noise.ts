import {
  checkOptions,
  formatPercent,
  type Interval,
  type PredictionLog,
  twoSidedQuantile,
  wilsonLimits,
} from "../../core/index.js";
import { assertPredictionLog } from "../logs/assert-prediction-log.js";
import { confidentJoint } from "./confident-joint.js";
import { fitSharpness } from "./fit-sharpness.js";
import { type Evidence, labelPosterior } from "./label-posterior.js";
import { removeNoise } from "./remove-noise.js";
import { transitionFromAnchors } from "./transition-from-anchors.js";

/** Options for {@link estimateLabelNoise}. */
export interface EstimateLabelNoiseOptions {
  /** How often the interval holds, between 0 and 1; defaults to 0.95. */
  confidence?: number;
}

/** How many labels are wrong, and which. */
export interface LabelNoiseEstimate {
  /** The share of labels that are more likely wrong than right. The interval is of chance in the model's surest samples. */
  readonly rate: Interval;
  /** How labels come about, shape [true label, given label]; each row sums to 1. */
  readonly transition: readonly (readonly number[])[];
  /** The probability that each label is wrong, shape [samples]. */
  readonly wrong: Float64Array;
  /** The likeliest true label of each sample, shape [samples]. */
  readonly suggested: Int32Array;
  /** How often the model's favourite class is the true one, by this estimate. */
  readonly modelAccuracy: number;
  /** "confident-learning" where the transition matrix could not be told. */
  readonly method: "transition" | "confident-learning";
  /** What was found, in a sentence or two. */
  readonly reading: string;
}

/** Rounds in which the matrix and the samples' true labels are worked out from each other. */
const rounds = 2;

/**
 * How many labels are wrong, and which: one transition matrix from true to given labels, and the true label of each
 * sample, worked out from each other.
 *
 * What the model cannot tell is not taken for noise: the matrix begins with the samples that it is surest of. It assumes
 * that a class's labels are wrong as often in easy images as in hard ones; where hard ones are mislabelled more, the
 * estimate is too low. Where the labels of a class are no longer mostly its own, the matrix cannot be told, and confident
 * learning's estimate stands in.
 *
 * @param log - predictions for samples that the model was not trained on, from cross-validation for instance, of a model
 *   trained on labels of the same kind
 * @throws UsageError for a faulty log, or options that are none
 * @see G. Patrini et al., "Making Deep Neural Networks Robust to Label Noise: a Loss Correction Approach" (2017), on the
 *   matrix; C. Northcutt, L. Jiang and I. Chuang, "Confident Learning" (2021), on what stands in
 */
export function estimateLabelNoise(
  log: PredictionLog,
  options: EstimateLabelNoiseOptions = {},
): LabelNoiseEstimate {
  checkOptions("estimateLabelNoise", options, ["confidence"]);
  assertPredictionLog(log, log.split);
  const z = twoSidedQuantile(options.confidence ?? 0.95);
  const width = log.classes.length;
  const first = estimate(log, cautiousShare);
  const second = estimate(log, anchorShare(first.modelAccuracy));
  // What the model is certain of may be impure; but not so that another class has thrice as much of it.
  if (!isMostlyOwn(first.start, width, 3) || !isMostlyOwn(second.matrix, width, 1))
    return byConfidentLearning(log, z);
  const { matrix, anchors, wrong, suggested, modelAccuracy } = second;
  // A count errs less than the probabilities' mean: it matters only on which side of a half they are.
  const flagged = wrong.reduce((sum, p) => sum + Number(p > 0.5), 0);
  const rate = flagged / wrong.length;
  return {
    rate: wilsonLimits(rate, Math.min(anchors, wrong.length), z),
    transition: rowsOf(matrix, width),
    ...{ wrong, suggested, modelAccuracy, method: "transition" },
    reading: reading(flagged, wrong.length, modelAccuracy),
  };
}

/** Of a weak model only its surest samples are certain. */
const cautiousShare = 0.2;

/** The share of a class's samples to take for certain: four times what the model gets wrong is left out. */
function anchorShare(modelAccuracy: number): number {
  return Math.min(0.7, Math.max(cautiousShare, 1 - 4 * (1 - modelAccuracy)));
}

interface Estimate extends Judgement {
  readonly start: Float64Array;
  readonly matrix: Float64Array;
  readonly anchors: number;
}

function estimate(log: PredictionLog, share: number): Estimate {
  const { matrix: start, anchors } = transitionFromAnchors(log, share);
  const evidence = { labels: log.labels, classes: log.classes.length, logs: removeNoise(log, start) };
  const matrix = refine(evidence, start);
  return { ...judge(evidence, matrix, log), start, matrix, anchors };
}

type Judgement = Pick<LabelNoiseEstimate, "wrong" | "suggested" | "modelAccuracy">;

/** Each class's labels are its own, or another's at most so many times as often. */
function isMostlyOwn(matrix: Float64Array, width: number, times: number): boolean {
  return rowsOf(matrix, width).every((row, y) => row.every((p, s) => s === y || p < times * row[y]!));
}

function refine(evidence: Evidence, start: Float64Array): Float64Array {
  const { labels, classes } = evidence;
  const posterior = new Float64Array(classes);
  let current = start;
  for (let round = 0; round < rounds; round++) {
    const sharpness = fitSharpness(evidence, current);
    const counts = new Float64Array(classes * classes).fill(0.5 / classes);
    for (let row = 0; row < labels.length; row++) {
      labelPosterior(evidence, row, current, sharpness, posterior);
      for (let y = 0; y < classes; y++) counts[y * classes + labels[row]!]! += posterior[y]!;
    }
    current = counts.map((count, i) => {
      const first = i - (i % classes);
      return count / counts.subarray(first, first + classes).reduce((sum, each) => sum + each, 0);
    });
  }
  return current;
}

function judge(
  evidence: Evidence,
  matrix: Float64Array,
  { labels, probabilities }: PredictionLog,
): Judgement {
  const { classes } = evidence;
  const sharpness = fitSharpness(evidence, matrix);
  const posterior = new Float64Array(classes);
  const wrong = new Float64Array(labels.length);
  const suggested = new Int32Array(labels.length);
  let right = 0;
  for (let row = 0; row < labels.length; row++) {
    labelPosterior(evidence, row, matrix, sharpness, posterior);
    const own = probabilities.subarray(row * classes, (row + 1) * classes);
    let [likeliest, favourite] = [labels[row]!, 0];
    for (let k = 0; k < classes; k++) {
      if (posterior[k]! > posterior[likeliest]!) likeliest = k;
      if (own[k]! > own[favourite]!) favourite = k;
    }
    wrong[row] = 1 - posterior[labels[row]!]!;
    suggested[row] = likeliest;
    right += posterior[favourite]!;
  }
  return { wrong, suggested, modelAccuracy: right / labels.length };
}

/** What the model is confident of, counted: it takes the model's own errors for noise. */
function byConfidentLearning(log: PredictionLog, z: number): LabelNoiseEstimate {
  const { counts, guesses } = confidentJoint(log);
  const { labels } = log;
  const wrong = Float64Array.from(guesses, (guess, row) => Number(guess >= 0 && guess !== labels[row]));
  const kept = counts.reduce((sum, row, k) => sum + row[k]!, 0);
  const rate = 1 - kept / labels.length;
  const totals = counts.map((_, y) => counts.reduce((sum, row) => sum + row[y]!, 0));
  return {
    rate: wilsonLimits(rate, labels.length, z),
    transition: counts.map((_, y) => counts.map((row) => row[y]! / totals[y]!)),
    wrong,
    suggested: guesses.map((guess, row) => (guess >= 0 ? guess : labels[row]!)),
    modelAccuracy: guesses.filter((guess, row) => guess === labels[row]).length / labels.length,
    method: "confident-learning",
    reading: `About ${formatPercent(rate)} % of the labels look wrong by confident learning, which takes the model's own errors for noise; some classes are mislabelled too often, or the model is too weak, to tell the two apart.`,
  };
}

function reading(flagged: number, samples: number, accuracy: number): string {
  const rate = flagged / samples;
  const head = `About ${formatPercent(rate, rate)} % of the labels are wrong: ${flagged.toLocaleString("en")} of ${samples.toLocaleString("en")} are more likely so than not.`;
  if (accuracy >= 0.75) return head;
  return `${head} The model finds the true class of only ${formatPercent(accuracy)} %, so this may be several points too high.`;
}

function rowsOf(matrix: Float64Array, width: number): number[][] {
  return Array.from({ length: width }, (_, y) => Array.from(matrix.subarray(y * width, (y + 1) * width)));
}
