import { expect, test } from "vitest";
import { normal, randomSource } from "../../../lib/core/index.js";
import { crossedVariance } from "../../../lib/decomposition/index.js";

test("crossedVariance solves the mean squares of a small table by hand", () => {
  // Means 2, 4 over runs and 1, 3, 5 over images; residuals 0, 0.5, −0.5 and their opposites.
  const rows = [
    [0, 2.5, 3.5],
    [2, 3.5, 6.5],
  ];
  const { mean, seedMeans, components } = crossedVariance(rows);
  expect([mean, ...seedMeans]).toBeAllClose([3, 2, 4], { rtol: 1e-12 });
  // MS(runs) = 3·(1 + 1)/1 = 6, MS(images) = 2·(4 + 0 + 4)/2 = 8, MS(rest) = 4·0.25/2 = 0.5
  expect([components.seed, components.image, components.residual]).toBeAllClose(
    [(6 - 0.5) / 3, (8 - 0.5) / 2, 0.5],
    { rtol: 1e-12 },
  );
});

test("crossedVariance is right on average: planted components come back (400 tables of 6 × 30)", () => {
  const random = randomSource(3);
  const sums = [0, 0, 0];
  for (let draw = 0; draw < 400; draw++) {
    const images = Array.from({ length: 30 }, () => normal(random));
    const rows = Array.from({ length: 6 }, () => {
      const seed = 0.5 * normal(random);
      return images.map((image) => seed + image + 2 * normal(random));
    });
    const { components } = crossedVariance(rows);
    for (const [k, name] of (["seed", "image", "residual"] as const).entries()) sums[k]! += components[name];
  }
  // Components that would be negative are 0, so the smallest comes out a little high.
  expect(sums.map((sum) => sum / 400)).toBeAllClose([0.25, 1, 4], { rtol: 0.12 });
});
