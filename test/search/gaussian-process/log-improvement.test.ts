import { expect, test } from "vitest";
import { logImprovement } from "../../../lib/search/gaussian-process/log-improvement.js";

test("logImprovement agrees with mpmath at 60 digits, however small the improvement", () => {
  // mpmath.log(npdf(z) + z * ncdf(z)), mpmath 1.3
  const expected: [number, number][] = [
    [-1e6, -500000000028.55],
    [-1000, -500014.73445209116],
    [-150, -11260.940342433996],
    [-99, -4910.609484215455],
    [-20, -206.9178385094251],
    [-3, -7.869686059603029],
    [-1, -2.4851210257126413],
    [-0.5, -1.6205162643873199],
    [0, -0.9189385332046728],
    [1, 0.08002621884930694],
    [5, 1.6094379231264313],
  ];
  expect(expected.map(([z]) => logImprovement(z).value)).toBeAllClose(
    expected.map(([, value]) => value),
    { rtol: 1e-13 },
  );
});

test("the parts of logImprovement's gradient agree with mpmath", () => {
  // ncdf(z) / h(z) and npdf(z) / h(z) with h(z) = npdf(z) + z * ncdf(z)
  const expected: [number, number, number][] = [
    [-150, 150.0133315561084, 22502.99973341626],
    [-20, 20.099262811101283, 402.9852562220256],
    [-1, 1.9042712333296918, 2.9042712333296916],
    [0, 1.2533141373155003, 1],
    [2, 0.48655931878528386, 0.026881362429432263],
  ];
  for (const [z, byMean, byDeviation] of expected) {
    expect(logImprovement(z).byMean).toBeAllClose(byMean, { rtol: 1e-11 });
    expect(logImprovement(z).byDeviation).toBeAllClose(byDeviation, { rtol: 1e-11 });
  }
});
