import { expect, test } from "vitest";
import { meanInterval, studentQuantile, welchInterval } from "../../../lib/core/index.js";

// SciPy 1.17.1, scipy.stats.t.ppf
test.each([
  [0.975, 1, 12.706204736174694],
  [0.975, 4, 2.7764451051977934],
  [0.975, 7.3, 2.345066736547703],
  [0.6, 2, 0.2886751345948128],
  [0.995, 100, 2.6258905214380173],
  [0.975, 1e5, 1.9599877075346095],
  [0.999, 0.7, 3637.014630105735],
  [0.025, 8, -2.3060041352041662],
])("studentQuantile(%d, %d) is SciPy's to 1e-11", (probability, freedom, expected) => {
  expect(studentQuantile(probability, freedom)).toBeAllClose(expected, { rtol: 1e-11 });
});

test("studentQuantile is 0 in the middle, and refuses what is no probability or no freedom", () => {
  expect(studentQuantile(0.5, 3)).toBe(0);
  for (const [p, freedom] of [
    [0, 3],
    [1, 3],
    [0.5, 0],
    [Number.NaN, 1],
  ] as const)
    expect(() => studentQuantile(p, freedom)).toThrow("between 0 and 1");
});

test("meanInterval and welchInterval are SciPy's ttest_1samp and ttest_ind(equal_var=False)", () => {
  const [first, second] = [
    [1.2, 1.5, 1.1, 1.9, 1.3],
    [1.4, 1.6, 2.2, 1.7, 1.8],
  ] as const;
  const mean = meanInterval(first);
  expect([mean.estimate, mean.low, mean.high]).toBeAllClose([1.4, 1.0073513677044885, 1.7926486322955113]);
  const difference = welchInterval(first, second);
  expect([difference.low, difference.high]).toBeAllClose([-0.1074680992759009, 0.7874680992759016]);
});

test("values that do not differ leave no doubt; a single one is refused", () => {
  expect(welchInterval([1, 1], [2, 2])).toEqual({ estimate: 1, low: 1, high: 1 });
  expect(() => welchInterval([1], [1, 2])).toThrow("two of each");
  expect(() => meanInterval([1])).toThrow("run more seeds");
});
