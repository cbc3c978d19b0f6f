import { expect, test } from "vitest";
import { packedCholesky } from "../../../lib/search/numerics/packed-cholesky.js";
import {
  inverseFromFactor,
  invertLower,
  solveLower,
  solveLowerTransposed,
} from "../../../lib/search/numerics/triangular-solve.js";

// A = [[4, 2, 0.6, 1], [2, 5, 1.2, 0.3], [0.6, 1.2, 3, 0.7], [1, 0.3, 0.7, 2]], packed.
const matrix = (): Float64Array => Float64Array.of(4, 2, 5, 0.6, 1.2, 3, 1, 0.3, 0.7, 2);
// scipy.linalg.cholesky(A, lower=True)[numpy.tril_indices(4)], SciPy 1.17.1
const factor = [
  2, 1, 2, 0.3, 0.44999999999999996, 1.6454482671904334, 0.5, -0.1, 0.36160358965034456, 1.2685593576778287,
];

test("packedCholesky agrees with scipy.linalg.cholesky", () => {
  const packed = matrix();
  expect(packedCholesky(packed, 4)).toBe(true);
  expect(packed).toBeAllClose(factor, { rtol: 1e-14 });
});

test("rows appended to a factor give the bits of the whole factorization", () => {
  const whole = matrix();
  packedCholesky(whole, 4);
  const grown = matrix();
  packedCholesky(grown, 2);
  packedCholesky(grown, 4, 2);
  expect(grown).toEqual(whole);
});

test("a matrix that is not positive definite is told", () => {
  expect(packedCholesky(Float64Array.of(1, 2, 1), 2)).toBe(false);
  expect(packedCholesky(Float64Array.of(1, 1, 1), 2)).toBe(false);
  expect(packedCholesky(Float64Array.of(Number.NaN), 1)).toBe(false);
});

test("both triangular solves agree with scipy.linalg.solve_triangular", () => {
  const lower = Float64Array.from(factor);
  expect(solveLower(lower, 4, Float64Array.of(1, -2, 0.5, 3))).toBeAllClose(
    [0.5, -1.25, 0.5545601269847721, 1.9111987568665973],
    { rtol: 1e-14 },
  );
  expect(solveLowerTransposed(lower, 4, Float64Array.of(1, -2, 0.5, 3))).toBeAllClose(
    [0.35774993305788083, -0.8331918767636268, -0.2158389104768104, 2.3648873675818165],
    { rtol: 1e-14 },
  );
});

test("both inverses agree with scipy.linalg.inv", () => {
  const inverseLower = invertLower(Float64Array.from(factor), 4);
  expect(inverseLower).toBeAllClose(
    [
      0.5, -0.25, 0.5, -0.02279014220485366, -0.13674085322912188, 0.607737125462764, -0.21028499861323074,
      0.07839284995031137, -0.1732358244027308, 0.7882957891939387,
    ],
    { rtol: 1e-13 },
  );
  expect(inverseFromFactor(inverseLower, 4)).toBeAllClose(
    [
      0.3572391712234839, -0.1383684968527837, 0.27484349986516027, 0.022578479581824754,
      -0.09668294306321401, 0.3993550645222372, -0.16576677893746306, 0.06179675351874271,
      -0.13656107091421327, 0.6214102512608947,
    ],
    { rtol: 1e-12 },
  );
});
