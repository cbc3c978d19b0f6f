import { expect, test } from "vitest";
import { normal, type PredictionLog, randomSource } from "../../../lib/core/index.js";
import { calibration, fitTemperature, logLoss, withTemperature } from "../../../lib/decomposition/index.js";

/** Labels drawn from softmax(logits), and a log that says softmax(logits · sureness). */
function makeLog(sureness: number, seed = 1, samples = 2000): PredictionLog {
  const random = randomSource(seed);
  const labels = new Int32Array(samples);
  const rows = Array.from({ length: samples }, (_, row) => {
    const logits = [0, 1, 2].map(() => 1.5 * normal(random));
    const softmax = (scale: number) => {
      const weights = logits.map((logit) => Math.exp(scale * logit));
      const sum = weights.reduce((total, weight) => total + weight, 0);
      return weights.map((weight) => weight / sum);
    };
    const [a, b] = softmax(1) as [number, number];
    const u = random();
    labels[row] = u < a ? 0 : u < a + b ? 1 : 2;
    return softmax(sureness);
  });
  return {
    ...{ split: "testVal", labels, classes: ["a", "b", "c"], tags: {} },
    ids: rows.map((_, i) => String(i)),
    probabilities: Float32Array.from(rows.flat()),
  };
}

test("finds how much too sure a model is, with an interval that holds it in about 95 of 100 cases (100 draws)", () => {
  let held = 0;
  for (let seed = 0; seed < 100; seed++) {
    const { low, high } = fitTemperature(makeLog(2, seed, 300)).temperature;
    if (low <= 2 && 2 <= high) held++;
  }
  expect(held).toBeGreaterThanOrEqual(89);
});

test("takes the log loss down to what scaling gives, and calibrates", () => {
  const log = makeLog(2);
  const { temperature, before, after, reading } = fitTemperature(log);
  const scaled = withTemperature(log, temperature.estimate);
  expect(before).toBeAllClose(logLoss(log, { resamples: 2 }).estimate, { rtol: 1e-6 });
  expect(after).toBeAllClose(logLoss(scaled, { resamples: 2 }).estimate, { rtol: 1e-5 });
  const beside = [0.98, 1.02].map((factor) => {
    const other = withTemperature(log, temperature.estimate * factor);
    return logLoss(other, { resamples: 2 }).estimate;
  });
  expect(Math.min(...beside)).toBeGreaterThan(after);
  const error = (of: PredictionLog) => calibration(of, { resamples: 50 }).error.estimate;
  expect(error(scaled)).toBeLessThan(0.4 * error(log));
  expect(reading).toMatch(/^Too sure of itself: a temperature of [12]\.\d\d \(95 % interval/);
});

test("says so where there is nothing to mend, and where a model is not sure enough", () => {
  expect(fitTemperature(makeLog(1)).reading).toMatch(/^Calibrated as far as these samples tell/);
  expect(fitTemperature(makeLog(0.5)).reading).toMatch(/^Too unsure of itself: a temperature of 0\.[45]/);
});

test("a temperature changes no prediction, and 1 changes nothing", () => {
  const log = makeLog(1);
  expect(withTemperature(log, 1).probabilities).toBeAllClose(log.probabilities, { rtol: 1e-6 });
  const best = ({ probabilities }: PredictionLog) =>
    Array.from({ length: 2000 }, (_, row) => {
      const own = [...probabilities.subarray(3 * row, 3 * row + 3)];
      return own.indexOf(Math.max(...own));
    });
  expect(best(withTemperature(log, 3))).toEqual(best(log));
});

test("a model that is always right and one that says nothing have a temperature at the edge, not NaN", () => {
  const log = makeLog(1);
  const even = { ...log, probabilities: new Float32Array(6000).fill(1 / 3) };
  expect(fitTemperature(even).temperature.estimate).toBe(1);
  const right = withRight(log);
  const { temperature, after } = fitTemperature(right);
  expect(temperature.estimate).toBeLessThan(0.05);
  expect(after).toBeLessThan(1e-3);
});

/** The same samples, each label given 0.6. */
function withRight(log: PredictionLog): PredictionLog {
  const probabilities = new Float32Array(6000).fill(0.2);
  for (const [row, label] of log.labels.entries()) probabilities[3 * row + label] = 0.6;
  return { ...log, probabilities };
}
