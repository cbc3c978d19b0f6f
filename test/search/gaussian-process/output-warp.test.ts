import { expect, test } from "vitest";
import { randomSource } from "../../../lib/core/index.js";
import { warpOutputs } from "../../../lib/search/gaussian-process/output-warp.js";
import { chooseForm } from "../../../lib/search/gaussian-process/surrogate.js";

test.each([Number.POSITIVE_INFINITY, 1, 0.01])(
  "a warp with offset %d keeps the order, and its slopes are slopes",
  (offset) => {
    const values = Float64Array.of(3, 1, 4, 1.5, 900);
    const { targets, logSlopes } = warpOutputs(values, offset);
    const order = (numbers: Float64Array): number[] =>
      [...numbers.keys()].sort((a, b) => numbers[a]! - numbers[b]!);
    expect(order(targets)).toEqual(order(values));
    // From 1 to 1.5 and on to 3, each warp's slope falls, or stays: it lies between the slopes at both ends.
    const secant = (targets[3]! - targets[1]!) / 0.5;
    expect(Math.log(secant)).toBeLessThanOrEqual(logSlopes[1]! + 1e-9);
    expect(Math.log(secant)).toBeGreaterThanOrEqual(logSlopes[3]! - 1e-9);
  },
);

test("the warp is chosen by the samples: none for a plain one, a logarithm for one over orders of magnitude", () => {
  const random = randomSource(1, "warp");
  const points = Float64Array.from({ length: 60 }, random);
  const observations = { points, samples: 30, axes: 2, numeric: 2 };
  const bowl = Float64Array.from({ length: 30 }, (_, i) => (points[2 * i]! - 0.3) ** 2 + points[2 * i + 1]!);
  const steep = bowl.map((value) => Math.exp(6 * value));
  expect(chooseForm(observations, bowl).offset).toBe(Number.POSITIVE_INFINITY);
  expect(chooseForm(observations, steep).offset).toBeLessThan(1.5);
});
