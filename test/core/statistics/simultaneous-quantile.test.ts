import { expect, test } from "vitest";
import { simultaneousQuantile, twoSidedQuantile } from "../../../lib/core/index.js";

test("simultaneousQuantile is Šidák's: scipy.stats.norm.ppf((1 + 0.95 ** (1 / k)) / 2), SciPy 1.17.1", () => {
  const expected = [
    1.959963984540054, 2.2364766445577895, 2.387737887070818, 2.4909151310191397, 2.568763168011401,
  ];
  expect([1, 2, 3, 4, 5].map((k) => simultaneousQuantile(0.95, k))).toBeAllClose(expected, { rtol: 1e-12 });
  expect(simultaneousQuantile(0.95, 0)).toBe(twoSidedQuantile(0.95));
});
