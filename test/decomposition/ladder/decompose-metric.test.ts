import { describe, expect, test } from "vitest";
import { normal, type PredictionLog, randomSource } from "../../../lib/core/index.js";
import {
  decomposeError,
  decomposeMetric,
  ladderFromLogs,
  logLoss,
  rocCurve,
} from "../../../lib/decomposition/index.js";

/** A log of two classes, in turn; scores of the second are `skill` higher for its samples. */
function makeLog(split: string, skill: number, samples = 300, seed = 1): PredictionLog {
  const random = randomSource(seed, split);
  const labels = Int32Array.from({ length: samples }, (_, i) => i % 2);
  return {
    ...{ split, labels, classes: ["no", "yes"], tags: {} },
    ids: Array.from({ length: samples }, (_, i) => `${split}-${i}`),
    probabilities: Float32Array.from(
      [...labels].flatMap((label) => {
        const p = 1 / (1 + Math.exp(-(label - 0.5) * skill - normal(random)));
        return [1 - p, p];
      }),
    ),
  };
}
const logs = [makeLog("train", 6), makeLog("trainVal", 3), makeLog("testVal", 2.5), makeLog("test", 2.4)];

describe("decomposeMetric(logs, metric)", () => {
  test.each(["error", "logLoss", "brier", "balancedError", "areaAboveRoc"] as const)(
    "the parts of %s add up to the test set's",
    (metric) => {
      const { terms, rungs, covariance } = decomposeMetric(logs, metric, {
        resamples: 60,
        irreducible: 0.01,
      });
      const sum = terms.reduce((total, { estimate }) => total + estimate, 0);
      expect(Math.abs(sum - rungs.at(-1)!.estimate)).toBeLessThan(1e-12);
      for (const { low, high, band } of terms)
        expect(band.low <= low && low <= high && high <= band.high).toBe(true);
      expect(covariance[2]![3]).toBeLessThan(0);
    },
  );

  test("rungs are the metrics' own values", () => {
    const options = { resamples: 50 };
    const of = (metric: "logLoss" | "areaAboveRoc") =>
      decomposeMetric(logs, metric, options).rungs.at(-1)!.estimate;
    expect(of("logLoss")).toBeAllClose(logLoss(logs[3]!, options).estimate, { rtol: 1e-12 });
    expect(of("areaAboveRoc")).toBeAllClose(1 - rocCurve(logs[3]!).area.estimate, { rtol: 1e-9 });
  });

  test("of the error rate it is close to the closed forms", () => {
    const closed = decomposeError(ladderFromLogs(logs)).terms;
    const drawn = decomposeMetric(logs, "error", { resamples: 2000 }).terms;
    for (const [i, { low, high, band }] of drawn.entries()) {
      expect(Math.abs(low - closed[i]!.low)).toBeLessThan(0.01);
      expect(Math.abs(high - closed[i]!.high)).toBeLessThan(0.01);
      expect(Math.abs(band.high - closed[i]!.band.high)).toBeLessThan(0.015);
    }
  });

  test("intervals of the log loss's variance hold the truth in about 95 of 100 cases (80 draws)", () => {
    const lossOf = (skill: number) => logLoss(makeLog("large", skill, 200_000, 9), { resamples: 2 }).estimate;
    const truth = lossOf(2) - lossOf(4);
    let held = 0;
    for (let seed = 0; seed < 80; seed++) {
      const drawn = [
        makeLog("train", 4, 200, seed),
        makeLog("trainVal", 2, 200, seed),
        makeLog("test", 2, 200, seed),
      ];
      const { low, high } = decomposeMetric(drawn, "logLoss", { resamples: 200 }).terms[2]!;
      if (low <= truth && truth <= high) held++;
    }
    expect(held).toBeGreaterThanOrEqual(0.88 * 80);
  });

  test("a training loss of all images has no sampling error, and the reading is in the metric's unit", () => {
    const { rungs, terms, reading, dominant } = decomposeMetric(logs, "logLoss", {
      trainSize: 300,
      resamples: 200,
    });
    expect([rungs[1]!.low, rungs[1]!.high]).toEqual([rungs[1]!.estimate, rungs[1]!.estimate]);
    expect([terms[1]!.exact, terms[2]!.exact, dominant]).toEqual([true, false, "variance"]);
    expect(reading).toMatch(
      /^Of 0\.\d{3} nats test log loss, variance is the largest part .* 0\.\d{3} nats \(95 %/,
    );
  });

  test("takes a metric of one's own, and refuses a name that is none", () => {
    const half = { name: "half", unit: "of 1", of: () => () => 0.5 };
    expect(decomposeMetric(logs, half, { resamples: 10 }).terms.map(({ estimate }) => estimate)).toEqual([
      0, 0.5, 0, 0, 0,
    ]);
    expect(() => decomposeMetric(logs, "loss" as "logLoss")).toThrow("one of error, logLoss");
  });
});
