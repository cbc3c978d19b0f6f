import { expect, test } from "vitest";
import { observedValues } from "../../../lib/search/samplers/observed-values.js";
import type { TrialRecord } from "../../../lib/search/trials/trial-record.js";

const space = [
  { name: "x", role: "nuisance", distribution: { type: "float", low: 0, high: 1, log: false } },
] as const;

function record(number: number, state: TrialRecord["state"], rest: Partial<TrialRecord>): TrialRecord {
  const common = { distributions: {}, intermediate: [], attempt: 1, attributes: {} };
  return { ...common, number, state, parameters: { x: 0.5 }, ...rest };
}

test("failed and infinite trials count as the worst, pruned ones as no better than the median, running ones not at all", () => {
  const trials = [
    record(0, "complete", { value: 1 }),
    record(1, "complete", { value: 3 }),
    record(2, "complete", { value: 9 }),
    record(3, "failed", {}),
    record(4, "complete", { value: Number.POSITIVE_INFINITY }),
    record(5, "pruned", { value: 2 }),
    record(6, "pruned", { value: 5 }),
    record(7, "running", {}),
  ];
  const { values } = observedValues({ trials, direction: "minimize", space });
  expect(values).toEqual(Float64Array.of(1, 3, 9, 9, 9, 3, 5));
});

test("a trial that another one goes on with counts once, by the later", () => {
  const trials = [
    record(0, "complete", { value: 4 }),
    record(1, "pruned", { value: 6 }),
    record(2, "complete", { value: 2, continues: 1 }),
  ];
  expect(observedValues({ trials, direction: "maximize", space }).values).toEqual(Float64Array.of(-4, -2));
});
