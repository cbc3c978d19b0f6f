import { expect, test } from "vitest";
import { isStarting } from "../../../lib/search/samplers/is-starting.js";
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

/** Falls from 1 at step 1 to its end, twice its x, at step 3. */
function trained(number: number, x: number, state: "complete" | "pruned"): TrialRecord {
  const intermediate = [
    { step: 1, value: 1 },
    { step: 3, value: 2 * x },
  ].slice(0, state === "pruned" ? 1 : 2);
  const distributions = { x: { type: "float", low: 0, high: 1, log: false } } as const;
  return {
    ...record(number, state, { value: intermediate.at(-1)!.value }),
    parameters: { x },
    distributions,
    intermediate,
  };
}

test("once six ended, a pruned trial counts as where it is foretold to end, and tells something where that is worse than half", () => {
  const trials = [0.1, 0.5, 0.3, 0.6, 0.2, 0.4].map((x, number) => trained(number, x, "complete"));
  const stopped = [trained(6, 0.9, "pruned"), trained(7, 0.05, "pruned")];
  const { values, telling } = observedValues({
    trials: [...trials, ...stopped],
    direction: "minimize",
    space,
  });
  expect(Math.abs(values[6]! - 1.8)).toBeLessThan(0.3);
  expect(values[7]).toBe(0.6);
  expect(telling.slice(6)).toEqual([true, false]);

  const few = observedValues({ trials: [...trials.slice(1), ...stopped], direction: "minimize", space });
  expect(few.values.slice(5)).toEqual(Float64Array.of(1, 1));
  expect(few.telling.slice(5)).toEqual([false, false]);
});

test("beside a pruner a model begins once as many steps were taken as the trials it starts with would take to their end", () => {
  const trials = [trained(0, 0.1, "complete"), ...[1, 2].map((number) => trained(number, 0.5, "pruned"))];
  expect(isStarting({ trials, number: 3 }, 2)).toBe(true);
  expect(isStarting({ trials: [...trials, trained(3, 0.7, "pruned")], number: 4 }, 2)).toBe(false);
  expect(isStarting({ trials: trials.slice(0, 1), number: 1 }, 1)).toBe(false);
});
