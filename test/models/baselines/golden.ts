import { readFileSync } from "node:fs";
import type { Dataset } from "../../../lib/core/index.js";
import { datasetFromArrays } from "../../../lib/data/index.js";

interface Split {
  x: number[];
  labels: number[];
}

interface GoldenCase {
  classes: number;
  train: Split;
  test: Split;
  majority: { shares: number[]; errors: number };
  nearest: { means: number[][]; predictions: number[] };
  logistic: { probabilities: number[]; errors: number; loss: number };
  strong: { loss: number };
}

/** What scikit-learn says; fixtures/make_golden.py makes it. */
export const golden: Record<"two" | "three", GoldenCase> & {
  regression: { train: number[]; test: number[]; mean: number; rmse: number };
} = JSON.parse(readFileSync(new URL("fixtures/golden.json", import.meta.url), "utf8"));

/** One of the sets, as bytes or as the same numbers scaled to −1…1. */
export function goldenSet(
  name: "two" | "three",
  split: "train" | "test",
  as: "bytes" | "floats" = "bytes",
): Dataset {
  const { x, labels } = golden[name][split];
  return datasetFromArrays({
    x: as === "bytes" ? Uint8Array.from(x) : Float32Array.from(x, (byte) => byte / 127.5 - 1),
    shape: [x.length / labels.length],
    labels,
    classes: Array.from({ length: golden[name].classes }, (_, k) => `class ${k}`),
  });
}
