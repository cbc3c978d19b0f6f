import type { Interval } from "./interval.js";

/** How often each class was taken for each other one. */
export interface ConfusionMatrix {
  readonly classes: readonly string[];
  /** Row-major, shape [classes, classes]: a row for each label, a column for each prediction. */
  readonly counts: Int32Array;
}

/** What happens when everything with at least this probability is called positive. */
export interface RocPoint {
  /** A probability; Infinity for the first point, where nothing is called positive. */
  readonly threshold: number;
  readonly falsePositiveRate: number;
  readonly truePositiveRate: number;
}

/** How one class is told from all others, whatever the threshold. */
export interface RocCurve {
  /** The name of the class that is to be found. */
  readonly positive: string;
  /** From the highest threshold, at (0, 0), to the lowest, at (1, 1); points on a straight line are left out. */
  readonly points: readonly RocPoint[];
  /** The probability that a sample of the class gets a higher score than one of the others. */
  readonly area: Interval;
  /** Samples of the class, and of all others. */
  readonly positives: number;
  readonly negatives: number;
  readonly confidence: number;
}

/** What happens when everything with at least this probability is called positive. */
export interface PrecisionRecallPoint {
  /** A probability; Infinity for the first point, where nothing is called positive and precision counts as 1. */
  readonly threshold: number;
  readonly recall: number;
  readonly precision: number;
}

/** How clean the findings of one class are, by how many of it are found. */
export interface PrecisionRecallCurve {
  /** The name of the class that is to be found. */
  readonly positive: string;
  /** From the highest threshold to the lowest, so recall rises. */
  readonly points: readonly PrecisionRecallPoint[];
  /** Average precision: each precision weighted by the recall that it adds. */
  readonly area: Interval;
  /** Samples of the class, and of all others. */
  readonly positives: number;
  readonly negatives: number;
  readonly confidence: number;
}

/** Samples to which the model gave about the same probability. */
export interface ReliabilityRow {
  /** The bin's edges: above `from`, up to and with `to`. The first bin holds 0 too. */
  readonly from: number;
  readonly to: number;
  readonly samples: number;
  /** Mean of what the model said. */
  readonly probability: number;
  /** How often it came true. */
  readonly frequency: Interval;
}

/** Whether a model that says 0.8 is right in eight cases of ten. */
export interface Calibration {
  /** The class whose probability is looked at; absent for that of whichever class was predicted. */
  readonly positive?: string;
  /** Bins with samples in them, the lowest first. */
  readonly rows: readonly ReliabilityRow[];
  /** Expected calibration error: the mean over samples of |frequency − probability| of their bin. */
  readonly error: Interval;
  /**
   * The same of a perfectly calibrated model with these probabilities: chance makes it more than 0. `high` is what it
   * stays below in 97.5 % of the cases, at a confidence of 0.95.
   */
  readonly byChance: { readonly mean: number; readonly high: number };
  readonly samples: number;
  readonly confidence: number;
}
