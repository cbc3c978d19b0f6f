import { expect, test } from "vitest";
import { ours, rightShare, scoreRuns } from "../../bench/next-steps/score-runs.js";

/** The bench scores 300 and 300; these are the first of each kind, in the world in which thresholds were chosen. */
const scores = scoreRuns("tuning", 7, 24);

test("suggestNextSteps names what was planted, and is silent where nothing was", () => {
  const { healthy, falseAlarms } = scores.get(ours)!;
  expect(rightShare(scores.get(ours)!)).toBeGreaterThanOrEqual(0.95);
  expect([healthy, falseAlarms]).toEqual([24, 0]);
});

test("the rules of thumb cannot name what is no term of the sum", () => {
  const rule = [...scores.keys()].find((name) => name.startsWith("Ng: "))!;
  const { planted } = scores.get(rule)!;
  expect(
    ["labelNoise", "classImbalance", "leakage", "evaluationMode"].map((cause) => planted[cause]!.right),
  ).toEqual([0, 0, 0, 0]);
  expect(planted.variance!.right).toBe(planted.variance!.runs);
});
