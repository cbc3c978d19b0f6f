import { describe, expect, test } from "vitest";
import { estimateLabelNoise, findLabelIssues, suggestRelabels } from "../../../lib/decomposition/index.js";
import { confidentJoint } from "../../../lib/decomposition/label-noise/confident-joint.js";
import { noisyLog } from "./noisy-log.js";

const shared = { samples: 4000, classes: 5, spread: 0.4 };
const inPoints = (rate: number) => 100 * rate;

/** How well a set of rows agrees with the labels that are wrong. */
function f1(rows: readonly number[], { log, truth, noise }: ReturnType<typeof noisyLog>): number {
  const hits = rows.filter((row) => log.labels[row] !== truth[row]).length;
  return (2 * hits) / (rows.length + noise * truth.length);
}

describe("estimateLabelNoise", () => {
  test.each([0, 0.05, 0.2, 0.4])("is within 4 points where %d of the labels are wrong", (noise) => {
    const made = noisyLog({ ...shared, noise, seed: 1 });
    const { rate, transition, method } = estimateLabelNoise(made.log);
    expect(Math.abs(inPoints(rate.estimate - made.noise))).toBeLessThan(4);
    expect(method).toBe("transition");
    for (const row of transition) expect(row.reduce((sum, p) => sum + p, 0)).toBeAllClose(1);
  });

  test("is within 4 points where each class is taken for one other", () => {
    const flips = (from: number, to: number) => (from === to ? 0.7 : 0.3 * Number(to === (from + 2) % 5));
    const made = noisyLog({ ...shared, noise: 0.3, flips, seed: 1 });
    const { rate, transition } = estimateLabelNoise(made.log);
    expect(Math.abs(inPoints(rate.estimate - made.noise))).toBeLessThan(4);
    expect(transition.map((row, from) => row[(from + 2) % 5]!)).toBeAllClose([0.3, 0.3, 0.3, 0.3, 0.3], {
      rtol: 0.3,
    });
  });

  test("does not take the model's errors for noise, as confident learning does", () => {
    const { log } = noisyLog({ ...shared, noise: 0, spread: 0.5, seed: 2 });
    const kept = confidentJoint(log).counts.reduce((sum, row, k) => sum + row[k]!, 0);
    const inflated = 1 - kept / log.labels.length;
    expect(inPoints(inflated)).toBeGreaterThan(10);
    expect(inPoints(estimateLabelNoise(log).rate.estimate)).toBeLessThan(inPoints(inflated) / 2);
  });

  test("finds more of the wrong labels than confident learning, with fewer false alarms taken together", () => {
    const made = noisyLog({ ...shared, noise: 0.2, seed: 3 });
    const ours = f1(
      findLabelIssues(made.log).map(({ row }) => row),
      made,
    );
    for (const filter of ["both", "prune-by-noise-rate", "confident-learning"] as const) {
      const theirs = f1(
        findLabelIssues(made.log, { filter }).map(({ row }) => row),
        made,
      );
      expect(ours).toBeGreaterThan(theirs);
    }
  });

  test("falls back to confident learning where a class is mostly labelled as another", () => {
    const flips = (from: number, to: number) => (from === 0 ? [0.1, 0.9][to] : Number(from === to)) ?? 0;
    const { log } = noisyLog({ ...shared, noise: 0.18, flips, seed: 4 });
    const { method, reading } = estimateLabelNoise(log);
    expect(method).toBe("confident-learning");
    expect(reading).toContain("confident learning");
  });

  test("says so where the model is too weak to trust", () => {
    const { log } = noisyLog({ ...shared, noise: 0.1, spread: 0.8, seed: 5 });
    expect(estimateLabelNoise(log).reading).toContain("may be several points too high");
  });

  test("refuses probabilities that are none, and names the row", () => {
    const { log } = noisyLog({ ...shared, samples: 10, noise: 0, seed: 6 });
    const probabilities = log.probabilities.slice();
    probabilities[5] = Number.NaN;
    expect(() => estimateLabelNoise({ ...log, probabilities })).toThrow("row 1");
    expect(() => estimateLabelNoise(log, { confidence: 2 })).toThrow("confidence is 2");
  });
});

describe("suggestRelabels", () => {
  test("suggests the true label 8 times in 10 at least", () => {
    const { log, truth } = noisyLog({ ...shared, noise: 0.2, seed: 7 });
    const relabels = suggestRelabels(log);
    const right = relabels.filter(({ row, suggested }) => suggested === `class ${truth[row]}`).length;
    expect(relabels.length).toBeGreaterThan(100);
    expect(right / relabels.length).toBeGreaterThan(0.8);
  });

  test("refuses a certainty that is none", () => {
    const { log } = noisyLog({ ...shared, samples: 10, noise: 0, seed: 6 });
    expect(() => suggestRelabels(log, { atLeast: 90 })).toThrow("atLeast: 90");
  });
});
