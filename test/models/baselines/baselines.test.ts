import { expect, test } from "vitest";
import { makeTrajectories } from "../../../lib/data/index.js";
import { assertPredictionLog } from "../../../lib/decomposition/index.js";
import { baselines } from "../../../lib/models/index.js";
import { golden, goldenSet } from "./golden.js";

test("baselines are all of them, worst first, with logs that are logs", async () => {
  const found = await baselines(goldenSet("three", "train"), goldenSet("three", "test"));
  expect(found.map(({ name }) => name)).toEqual([
    "majority class",
    "nearest class mean",
    "logistic regression",
  ]);
  expect(found[0]!.errors).toBe(golden.three.majority.errors);
  expect(found[2]!.errors).toBe(golden.three.logistic.errors);
  for (const { log } of found) {
    expect(() => assertPredictionLog(log, log.run!)).not.toThrow();
    expect(log.split).toBe("test");
  }
});

test("baselines of trajectories have the rule of thumb, and it is the best of them", async () => {
  const sizes = { length: [10, 30] } as const;
  const found = await baselines(makeTrajectories(200, sizes), makeTrajectories(300, { ...sizes, seed: 1 }), {
    split: "testVal",
  });
  expect(found.at(-1)).toMatchObject({ name: "slowed before the last look", log: { split: "testVal" } });
  expect(found).toHaveLength(4);
});
