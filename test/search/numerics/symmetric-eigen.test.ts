import { expect, test } from "vitest";
import { symmetricEigen } from "../../../lib/search/numerics/symmetric-eigen.js";

const matrix = Float64Array.of(4, 2, 0.6, 2, 5, 1.2, 0.6, 1.2, 3);

test("symmetricEigen agrees with numpy.linalg.eigvalsh", () => {
  // numpy.linalg.eigvalsh([[4, 2, 0.6], [2, 5, 1.2], [0.6, 1.2, 3]]), NumPy 2.4
  expect(symmetricEigen(matrix, 3).values.sort()).toBeAllClose(
    [2.2415196525296546, 2.762447753427875, 6.9960325940424735],
    { rtol: 1e-13 },
  );
});

test("the eigenvectors, each times its value, make the matrix again", () => {
  const { values, vectors } = symmetricEigen(matrix, 3);
  const again = matrix.map((_, at) => {
    const [i, j] = [Math.floor(at / 3), at % 3];
    return [0, 1, 2].reduce((sum, k) => sum + vectors[i * 3 + k]! * values[k]! * vectors[j * 3 + k]!, 0);
  });
  expect(again).toBeAllClose(matrix, { rtol: 1e-13 });
});
