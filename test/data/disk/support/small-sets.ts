import type { RegressionDataset } from "../../../../lib/core/index.js";
import { makeScenes, splitDataset } from "../../../../lib/data/index.js";

/** Sixty small streets in two splits, some of them by night. */
export const streets = () =>
  splitDataset(makeScenes(60, { imageSize: 16, conditions: { night: 0.5 }, ambiguity: 0.02 }), {
    fractions: { train: 0.7, test: 0.3 },
  });

/** Four sequences of two steps, and a number to predict. */
export const sequences: RegressionDataset = {
  size: 4,
  shape: [2, 1],
  ids: ["a", "b", "c", "d"],
  tags: { speed: Float32Array.of(0.5, 1, 1.5, 2) },
  lengths: Int32Array.of(1, 2, 2, 1),
  targetNames: ["here", "there"],
  targets: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8),
  batch: (indices) => ({
    x: Float32Array.from({ length: 2 * indices.length }, (_, i) => indices[i >> 1]! + (i % 2) / 4),
    shape: [indices.length, 2, 1],
  }),
};
