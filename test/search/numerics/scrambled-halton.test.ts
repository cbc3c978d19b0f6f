import { expect, test } from "vitest";
import { scrambledHalton } from "../../../lib/search/numerics/scrambled-halton.js";

test("scrambledHalton without a seed agrees with scipy.stats.qmc.Halton", () => {
  // scipy.stats.qmc.Halton(4, scramble=False).random(7)[5:], SciPy 1.17.1
  expect([...scrambledHalton(5, 4), ...scrambledHalton(6, 4)]).toBeAllClose(
    [
      0.625,
      0.7777777777777777,
      0.04,
      0.7142857142857142,
      0.375,
      0.2222222222222222,
      0.24000000000000002,
      6 / 7,
    ],
    { rtol: 1e-14 },
  );
});

test("every seed puts one of the first 8 points into each eighth, and one of 9 into each ninth", () => {
  for (const seed of [1, 2, 3]) {
    const points = Array.from({ length: 9 }, (_, index) => scrambledHalton(index, 2, seed));
    const eighths = points.slice(0, 8).map(([x]) => Math.floor(8 * x!));
    const ninths = points.map(([, y]) => Math.floor(9 * y!));
    expect(eighths.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(ninths.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  }
});

test("a point depends on the seed, and on nothing asked before", () => {
  expect(scrambledHalton(3, 5, 1)).toEqual(scrambledHalton(3, 5, 1));
  expect(scrambledHalton(3, 5, 1)).not.toEqual(scrambledHalton(3, 5, 2));
});
