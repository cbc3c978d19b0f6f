import { describe, expect, test } from "vitest";
import type { PredictionLog } from "../../../lib/core/index.js";
import { countErrors, estimateAccuracy } from "../../../lib/decomposition/index.js";
import { noisyLog } from "../label-noise/noisy-log.js";

const shared = { classes: 4, noise: 0, spread: 0.45 };
const { log: source } = noisyLog({ ...shared, samples: 3000, seed: 1 });

/** More of the images that lie between two classes: what is known of each is as true as before. */
function harder(samples: number, seed: number): PredictionLog {
  const { log } = noisyLog({ ...shared, samples, seed });
  const sure = (row: number) => Math.max(...log.probabilities.slice(4 * row, 4 * row + 4)) > 0.9;
  const rows = Array.from(log.labels.keys()).filter((row) => !sure(row) || row % 5 === 0);
  return {
    ...log,
    ids: rows.map((row) => log.ids[row]!),
    labels: Int32Array.from(rows, (row) => log.labels[row]!),
    probabilities: Float32Array.from(
      rows.flatMap((row) => [...log.probabilities.slice(4 * row, 4 * row + 4)]),
    ),
  };
}

const accuracyOf = (log: PredictionLog) => {
  const { errors, samples } = countErrors(log);
  return 1 - errors / samples;
};

describe("estimateAccuracy", () => {
  test.each(["atc", "doc"] as const)(
    "%s is within 4 points of an accuracy that fell by 6 or more",
    (method) => {
      const target = harder(4000, 2);
      const {
        estimate,
        low,
        high,
        reading,
        source: before,
      } = estimateAccuracy(source, target, {
        method,
        resamples: 50,
      });
      expect(before - accuracyOf(target)).toBeGreaterThan(0.06);
      expect(Math.abs(estimate - accuracyOf(target))).toBeLessThan(0.04);
      expect(low < estimate && estimate < high).toBe(true);
      expect(reading).toMatch(/^By its confidence the model is right on/);
    },
  );

  test("is the source's own accuracy on the source", () => {
    const accuracy = accuracyOf(source);
    expect(estimateAccuracy(source, source, { resamples: 2 }).estimate).toBeAllClose(accuracy);
    expect(estimateAccuracy(source, source, { method: "doc", resamples: 2 }).estimate).toBeAllClose(accuracy);
  });

  test("does not look at the target's labels", () => {
    const target = harder(500, 3);
    const turned = { ...target, labels: target.labels.map((label) => 3 - label) };
    const options = { resamples: 10 };
    expect(estimateAccuracy(source, turned, options)).toEqual(estimateAccuracy(source, target, options));
  });

  test("refuses probabilities that are none, and options that are none", () => {
    const odd = { ...source, probabilities: source.probabilities.slice().fill(0.9, 0, 1) };
    expect(() => estimateAccuracy(source, odd)).toThrow("target");
    expect(() => estimateAccuracy(source, source, { method: "ac" as "atc" })).toThrow('method: "ac"');
  });
});
