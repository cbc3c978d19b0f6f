import { expect, test } from "vitest";
import { findRoot, incompleteBeta, logGamma, normalProbability } from "../../../lib/core/index.js";

test("normalProbability is SciPy's within 1e-12 of itself, far down the lower tail too", () => {
  // scipy.stats.norm.cdf, SciPy 1.17.1
  const x = [-10, -5, -2.6, -2.4, -1, 0, 1, 2.4, 2.6, 5];
  const expected = [
    7.61985302416047e-24, 2.866515718791933e-7, 0.004661188023718747, 0.008197535924596131,
    0.15865525393145707, 0.5, 0.8413447460685429, 0.9918024640754038, 0.9953388119762813, 0.9999997133484281,
  ];
  expect(x.map(normalProbability)).toBeAllClose(expected, { rtol: 1e-12 });
  expect([normalProbability(-Infinity), normalProbability(Infinity)]).toEqual([0, 1]);
});

test("incompleteBeta sums the binomial: at most 2 errors in 7 at 0.3", () => {
  const choose = [1, 7, 21];
  const sum = choose.reduce((total, ways, k) => total + ways * 0.3 ** k * 0.7 ** (7 - k), 0);
  expect(incompleteBeta(0.7, 5, 3)).toBeAllClose(sum, { rtol: 1e-13 });
});

test("logGamma(n + 1) is log n!", () => {
  const factorial = Array.from({ length: 20 }, (_, i) => i + 1).reduce((product, i) => product * i, 1);
  expect(logGamma(21)).toBeAllClose(Math.log(factorial), { rtol: 1e-14 });
});

test("findRoot closes in from both ends, where the secant alone would creep", () => {
  let calls = 0;
  const root = findRoot(
    (x) => {
      calls++;
      return x ** 9 - 1e-9;
    },
    0,
    10,
  );
  expect(root).toBeAllClose(0.1, { rtol: 1e-12 });
  expect(calls).toBeLessThan(80);
});
