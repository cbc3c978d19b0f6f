import { expect, test } from "vitest";
import type { PredictionLog } from "../../../lib/core/index.js";
import { decomposeErrorOverSeeds } from "../../../lib/decomposition/index.js";

/** A log of 50 images, these many of them wrong. */
const makeLog = (split: string, seed: number, wrong: number, ids = split): PredictionLog => ({
  ...{ split, seed, labels: new Int32Array(50), classes: ["no", "yes"], tags: {} },
  ids: Array.from({ length: 50 }, (_, i) => `${ids}-${i}`),
  probabilities: Float32Array.from({ length: 100 }, (_, i) =>
    Number(i >> 1 < wrong ? i % 2 === 1 : i % 2 === 0),
  ),
});

test("runs may have training images of their own: then their spread is all there is to know of the training error", () => {
  const logs = [2, 4, 6].flatMap((wrong, seed) => [
    makeLog("train", seed, wrong, `train-${seed}`),
    makeLog("trainVal", seed, 10 + wrong),
    makeLog("test", seed, 11 + wrong),
  ]);
  const { splits, covariance, rungs } = decomposeErrorOverSeeds(logs, { trainSize: 50 });
  expect(splits[0]!.components).toEqual({ seed: expect.closeTo(0.0016, 10), image: 0, residual: 0 });
  expect(splits[0]!.standardError).toBeAllClose(0.04 / Math.sqrt(3), { rtol: 1e-9 });
  expect(rungs[1]!.estimate).toBeAllClose(0.08, { rtol: 1e-12 });
  // Variance is 0.2 in every run, so nothing of it is from the runs.
  const ofImages = splits[1]!.standardError ** 2 - splits[1]!.wrong.seedsAlone ** 2;
  expect(covariance[2]![2]).toBeAllClose(ofImages, { rtol: 1e-6 });
});

test("but held-out images must be the same for all", () => {
  const logs = [0, 1].flatMap((seed) => [
    makeLog("train", seed, 2),
    makeLog("trainVal", seed, 3, `val-${seed}`),
    makeLog("test", seed, 3),
  ]);
  expect(() => decomposeErrorOverSeeds(logs)).toThrow("has no partner in trainVal of seed 1");
});
