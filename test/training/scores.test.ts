import { expect, test } from "vitest";
import { scores } from "../../lib/training/scores.js";

test("scores gives the mean of −log p(label) and the share of rows whose largest entry is another", () => {
  const { loss, error } = scores(Float32Array.of(0.5, 0.5, 0.25, 0.75), Int32Array.of(0, 0));
  expect(loss).toBeAllClose((Math.log(2) + Math.log(4)) / 2, { rtol: 1e-6 });
  expect(error).toBe(0.5);
});

test("scores counts a row of NaN as an error, whatever its label", () => {
  expect(scores(new Float32Array(2).fill(Number.NaN), Int32Array.of(0)).error).toBe(1);
});
