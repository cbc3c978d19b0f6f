import { describe, expect, test } from "vitest";
import { randomSource, wilsonInterval } from "../../../lib/core/index.js";
import { calibration } from "../../../lib/decomposition/index.js";
import { golden, logOf, makeLog } from "./golden.js";

describe.each([
  ["two classes", golden.two],
  ["five classes", golden.five],
])("calibration(log) of %s", (_, expected) => {
  test.each(["uniform", "quantile"] as const)("has scikit-learn's bins: %s", (strategy) => {
    const { rows } = calibration(logOf(expected), { bins: 10, strategy, resamples: 2 });
    const { frequency, probability } = expected.reliability[strategy];
    expect(rows.map((row) => row.frequency.estimate)).toBeAllClose(frequency);
    expect(rows.map((row) => row.probability)).toBeAllClose(probability);
  });

  test("has rows that hold every sample once, with Wilson's intervals", () => {
    const { rows, samples } = calibration(logOf(expected), { resamples: 2 });
    expect(rows.reduce((sum, row) => sum + row.samples, 0)).toBe(samples);
    for (const { samples, frequency } of rows)
      expect([frequency.low, frequency.high]).toBeAllClose(
        [wilsonInterval(Math.round(frequency.estimate * samples), samples)].flatMap(({ low, high }) => [
          low,
          high,
        ]),
      );
  });
});

/** A log of a model that says p and is right with probability `truth(p)`. */
function forecasts(samples: number, truth: (said: number) => number, seed = 1) {
  const random = randomSource(seed);
  const said = Array.from({ length: samples }, () => 0.5 + random() / 2);
  const labels = said.map((p) => Number(random() < truth(p)));
  return makeLog(
    labels,
    said.flatMap((p) => [1 - p, p]),
  );
}

test("a calibrated model's error is what chance explains, and its interval begins at 0", () => {
  const { error, byChance } = calibration(
    forecasts(2000, (p) => p),
    { resamples: 200 },
  );
  expect(error.estimate).toBeLessThan(byChance.high);
  expect(error.low).toBe(0);
});

test("an overconfident model's error is above chance, and the interval holds the true one", () => {
  const { error, byChance } = calibration(
    forecasts(4000, (p) => p - 0.1),
    { resamples: 200 },
  );
  expect(error.estimate).toBeGreaterThan(byChance.high);
  expect([error.low < 0.1, error.high > 0.1]).toEqual([true, true]);
});

test("byChance.mean is what a calibrated model shows, on average over logs", () => {
  const { byChance } = calibration(
    forecasts(300, (p) => p),
    { resamples: 400 },
  );
  const errors = Array.from({ length: 60 }, (_, seed) => {
    const log = forecasts(300, (p) => p, seed);
    return calibration(log, { resamples: 2 }).error.estimate;
  });
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  expect(mean).toBeAllClose(byChance.mean, { rtol: 0.1 });
});

test("of a named class its probability is looked at, wherever it lies", () => {
  const { positive, rows } = calibration(makeLog([0, 1], [0.9, 0.1, 0.4, 0.6]), {
    ...{ positive: "b", bins: 2, resamples: 2 },
  });
  expect(positive).toBe("b");
  expect(rows.map(({ samples, probability }) => [samples, probability.toFixed(1)])).toEqual([
    [1, "0.1"],
    [1, "0.6"],
  ]);
});

test("bins that are none are refused", () => {
  expect(() => calibration(logOf(golden.two), { bins: 0 })).toThrow("pass { bins: 15 }");
});
