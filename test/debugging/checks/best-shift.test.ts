import { expect, test } from "vitest";
import { integerBelow, randomSource } from "../../../lib/core/index.js";
import { bestShift } from "../../../lib/debugging/checks/best-shift.js";

const random = randomSource(0, "best shift");
const truth = Int32Array.from({ length: 500 }, () => integerBelow(5, random));

/** Pairs of samples of one class, as nearest neighbours would be. */
const first = Uint32Array.from(truth.keys());
const second = first.map((row) => {
  const same = [...truth.keys()].filter((other) => other !== row && truth[other] === truth[row]);
  return same[integerBelow(same.length, random)]!;
});

test("bestShift(labels, pairs) stays at 0 for labels where they belong", () => {
  expect(bestShift(truth, { first, second }).z).toBe(0);
});

test.each([1, -1, 40, 249, -180])("bestShift(labels, pairs) finds labels moved round by %d", (places) => {
  const moved = truth.map((_, i) => truth[(i + places + 500) % 500]!);
  const found = bestShift(moved, { first, second });
  expect(found).toMatchObject({ shift: -places, reversed: false, better: 1 });
  expect(found.z).toBeGreaterThan(7);
});

test("bestShift(labels, pairs) finds labels in reverse", () => {
  expect(bestShift(truth.slice().reverse(), { first, second })).toMatchObject({
    shift: 499,
    reversed: true,
    better: 1,
  });
});

test("bestShift(labels, pairs) does not reach 7 deviations on labels in random order", () => {
  for (let trial = 0; trial < 10; trial++) {
    const shuffled = truth.map(() => truth[integerBelow(500, random)]!);
    expect(bestShift(shuffled, { first, second }).z).toBeLessThan(7);
  }
});
