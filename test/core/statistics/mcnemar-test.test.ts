import { expect, test } from "vitest";
import { mcnemarTest } from "../../../lib/core/index.js";

const counts = (a: number, b: number, c: number, d: number) => ({
  bothWrong: a,
  firstWrong: b,
  secondWrong: c,
  bothRight: d,
});

// statsmodels 0.15.0, mcnemar(table, exact=True).pvalue, and (exact=False, correction=True).statistic;
// SciPy 1.17.1, 2 * binom.cdf(min(b, c), b + c, 0.5) - binom.pmf(min(b, c), b + c, 0.5)
test.each([
  [260, 147, 394, 9199, 4.6660452448654476e-27, 3.196564417907867e-27, 111.85951940850278],
  [148, 60, 152, 1661, 2.1491034866238915e-10, 1.4900008410730215e-10, 39.06132075471698],
  [59, 16, 6, 80, 0.052478790283203125, 0.03468966484069824, 3.6818181818181817],
  [0, 0, 7, 3, 0.015625, 0.0078125, 5.142857142857143],
  [10, 1, 0, 10, 1, 0.5, 0],
  [0, 3, 12, 100, 0.03515625, 0.02127075195312501, 4.266666666666667],
  [100, 2000, 2100, 9000, 0.12206497999113655, 0.11838393686129361, 2.390487804878049],
])("mcnemarTest of %i, %i, %i, %i is statsmodels' within 1e-9", (a, b, c, d, exact, midP, chiSquare) => {
  const test = mcnemarTest(counts(a, b, c, d));
  expect([test.exact, test.midP]).toBeAllClose([exact, midP], { rtol: 1e-9 });
  expect(test.chiSquare).toBeAllClose(chiSquare, { rtol: 1e-12 });
});

test("models that never differ are as good as each other", () => {
  expect(mcnemarTest(counts(3, 0, 0, 7))).toEqual({ exact: 1, midP: 1, chiSquare: 0 });
});

test("mcnemarTest refuses less than no samples", () => {
  expect(() => mcnemarTest(counts(0, -1, 2, 5))).toThrow("0, -1, 2, 5");
});
