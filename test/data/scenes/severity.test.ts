import { expect, test } from "vitest";
import type { Dataset } from "../../../lib/core/index.js";
import { type Condition, conditionNames, makeScenes } from "../../../lib/data/index.js";
import { trainProbe } from "./probe.js";

const samples = 600;
const problem = { figureHeight: [0.6, 0.8] as const, spread: 0.6, lookAlikeShare: 0, objects: 4 };
const probe = trainProbe(makeScenes(3000, { ...problem, seed: 1 }));
const clear = expectedError(makeScenes(samples, { ...problem, seed: 2 }));

/**
 * How often the probe errs if it answers by chance, the more often "person" the higher its score: an error rate that does
 * not jump when one score crosses zero.
 */
function expectedError(dataset: Dataset): number {
  const wrong = probe(dataset).map(
    (score, i) => 1 / (1 + Math.exp(3 * score * (dataset.labels[i]! * 2 - 1))),
  );
  return wrong.reduce((sum, value) => sum + value, 0) / dataset.size;
}

/** The probe's mistakes among the images in which it sees a person. */
function falseAlarms(dataset: Dataset): number {
  const scores = probe(dataset);
  const alarms = Array.from(dataset.labels).filter((_, i) => scores[i]! > 0);
  return alarms.filter((label) => label === 0).length / alarms.length;
}

function underSeverities(name: Condition): Dataset[] {
  return [1, 2, 3, 4, 5].map((severity) =>
    makeScenes(samples, { ...problem, seed: 2, conditions: { [name]: { severity } } }),
  );
}

test("the probe has learnt something where nothing is in its way", () => {
  expect(clear).toBeLessThan(0.31);
});

test.each(conditionNames.filter((name) => name !== "imbalance"))(
  "%s makes a fixed probe err the more the severer it is",
  (name) => {
    const errors = [clear, ...underSeverities(name).map(expectedError)];
    for (let severity = 1; severity <= 5; severity++)
      expect(errors[severity]).toBeGreaterThan(errors[severity - 1]!);
  },
);

test("the rarer persons are, the more of the probe's alarms are false", () => {
  const shares = underSeverities("imbalance").map(falseAlarms);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBeGreaterThan(0.9);
});
