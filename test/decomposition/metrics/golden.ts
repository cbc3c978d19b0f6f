import { readFileSync } from "node:fs";
import type { PredictionLog } from "../../../lib/core/index.js";

/** What scikit-learn says of one classifier's log: fixtures/make_golden.py. */
export interface GoldenClassifier {
  labels: number[];
  probabilities256: number[];
  confusion: number[];
  accuracy: number;
  accuracyInterval: number[];
  balancedAccuracy: number;
  precision: number[];
  recall: number[];
  f1: number[];
  macro: number[];
  macroF1Interval: number[];
  micro: number[];
  logLoss: number;
  logLossInterval: number[];
  brier: number;
  brierInterval: number[];
  calibrationError: number;
  reliability: Record<"uniform" | "quantile", { frequency: number[]; probability: number[] }>;
  macroArea: number;
  curves: {
    roc: { fpr: number[]; tpr: number[]; thresholds: number[] };
    area: number;
    delongError: number;
    pr: { precision: number[]; recall: number[]; thresholds: number[] };
    averagePrecision: number;
  }[];
}

interface Golden {
  two: GoldenClassifier;
  five: GoldenClassifier;
  regression: Record<"targets" | "predictions" | "mseInterval" | "maeInterval" | "r2Interval", number[]> &
    Record<"mse" | "rmse" | "mae" | "r2", number>;
}

/** The numbers of fixtures/golden.json. */
export const golden = JSON.parse(
  readFileSync("test/decomposition/metrics/fixtures/golden.json", "utf8"),
) as Golden;

/** The log that the numbers were computed from. */
export function logOf({ labels, probabilities256 }: GoldenClassifier): PredictionLog {
  return makeLog(
    labels,
    probabilities256.map((each) => each / 256),
  );
}

/** A log of as many classes as the probabilities are for, called a, b, c, …. */
export function makeLog(labels: ArrayLike<number>, probabilities: ArrayLike<number>): PredictionLog {
  return {
    split: "test",
    ids: Array.from(labels, (_, i) => String(i)),
    labels: Int32Array.from(labels),
    probabilities: Float32Array.from(probabilities),
    classes: [..."abcdefghijklmnopqrstuvwxyz"].slice(0, probabilities.length / labels.length),
    tags: {},
  };
}
