import { describe, expect, test } from "vitest";
import type { PredictionLog } from "../../../lib/core/index.js";
import { labelShift } from "../../../lib/decomposition/index.js";
import { chiSquareTail } from "../../../lib/decomposition/shift/chi-square-tail.js";
import { noisyLog } from "../label-noise/noisy-log.js";

/** The rows of a log for which `keep` says so. */
function rowsOf(log: PredictionLog, keep: (label: number, row: number) => boolean): PredictionLog {
  const width = log.classes.length;
  const rows = Array.from(log.labels.keys()).filter((row) => keep(log.labels[row]!, row));
  return {
    ...log,
    ids: rows.map((row) => log.ids[row]!),
    labels: Int32Array.from(rows, (row) => log.labels[row]!),
    probabilities: Float32Array.from(
      rows.flatMap((row) => [...log.probabilities.slice(row * width, (row + 1) * width)]),
    ),
  };
}

const shared = { samples: 3000, classes: 4, noise: 0, spread: 0.4 };
const { log: source } = noisyLog({ ...shared, seed: 1 });
const { log: other } = noisyLog({ ...shared, samples: 4000, seed: 2 });
/** Class 0 is four times as frequent as each of the others. */
const shifted = rowsOf(other, (label, row) => label === 0 || row % 4 === 0);

describe("labelShift", () => {
  test.each(["bbse", "em"] as const)("%s finds how frequent the classes are", (method) => {
    const { priors, pValue, reading } = labelShift(source, shifted, { method, resamples: 50 });
    const truth = shifted.labels.filter((label) => label === 0).length / shifted.labels.length;
    expect(Math.abs(priors[0]!.estimate - truth)).toBeLessThan(0.02);
    expect(priors[0]!.low < truth && truth < priors[0]!.high).toBe(true);
    expect(priors.reduce((sum, { estimate }) => sum + estimate, 0)).toBeAllClose(1);
    expect(pValue).toBeLessThan(1e-6);
    expect(reading).toMatch(/^The classes are not as frequent as before: class 0 makes/);
  });

  test("finds no shift where there is none, 90 times in 100 at least", () => {
    const found = Array.from({ length: 100 }, (_, seed) => {
      const { log } = noisyLog({ ...shared, samples: 300, seed: 100 + seed });
      return labelShift(source, log, { resamples: 2 }).pValue < 0.05;
    });
    expect(found.filter(Boolean).length).toBeLessThanOrEqual(10);
  });

  test("refuses other classes, a model that tells nothing, and options that are none", () => {
    const blind = { ...source, probabilities: source.probabilities.map(() => 0.25) };
    expect(() => labelShift(blind, blind)).toThrow("cannot invert the confusion matrix");
    expect(() => labelShift(source, { ...other, classes: ["a", "b", "c", "d"] })).toThrow("the same classes");
    expect(() => labelShift(source, { ...other, probabilities: new Float32Array(0) })).toThrow(
      "0 predictions",
    );
    expect(() => labelShift(source, other, { method: "rlls" as "em" })).toThrow('method: "rlls"');
  });
});

test("the chi-square tail agrees with SciPy's chi2.sf", () => {
  const tails = [
    [3.841459, 1],
    [0.5, 4],
    [30, 9],
    [100, 50],
    [2, 12],
  ].map(([value, degrees]) => chiSquareTail(value!, degrees!));
  expect(tails).toBeAllClose(
    [
      0.04999999465319563, 0.9735009788392561, 0.00043872177097947936, 3.454931382984871e-5,
      0.9994058151824183,
    ],
    { rtol: 1e-10 },
  );
});
