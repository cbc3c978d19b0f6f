import { expect, test } from "vitest";
import { type Dataset, isInMemory } from "../../../lib/core/index.js";
import {
  addLabelNoise,
  datasetFromArrays,
  keepInMemory,
  makeScenes,
  splitDataset,
  subset,
} from "../../../lib/data/index.js";

const arrays = datasetFromArrays({
  x: Float32Array.from({ length: 40 }, (_, i) => i),
  shape: [2],
  labels: Array.from({ length: 20 }, (_, i) => i % 2),
  classes: ["even", "odd"],
});
const drawn = makeScenes(4, { imageSize: 16 });

test.each<[string, Dataset]>([
  ["arrays", arrays],
  ["some of their rows", subset(arrays, [3, 1])],
  ["their splits", splitDataset(arrays, { fractions: { train: 0.5, trainVal: 0.5 } }).train],
  ["arrays with other labels", addLabelNoise(arrays, { rate: 0.1, seed: 1 })],
  ["a copy with other names", { ...arrays, classes: ["0", "1"] }],
])("the samples of %s lie in memory", (_, dataset) => {
  expect(isInMemory(dataset)).toBe(true);
});

test.each<[string, Dataset]>([
  ["a data set of somebody's own", { ...arrays, batch: (rows) => arrays.batch(rows) }],
  ["scenes, drawn when they are asked for", drawn],
  ["some of the scenes", subset(drawn, [0])],
])("of %s that is not known", (_, dataset) => {
  expect(isInMemory(dataset)).toBe(false);
});

test("samples that are kept lie in memory once each of them has been asked for", () => {
  const kept = keepInMemory(drawn);
  kept.batch([0, 1, 2]);
  expect(isInMemory(kept)).toBe(false);
  kept.batch([3]);
  expect(isInMemory(kept)).toBe(true);
  expect(isInMemory(subset(kept, [2, 3]))).toBe(true);
});
