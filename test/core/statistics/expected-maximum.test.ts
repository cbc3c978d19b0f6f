import { expect, test } from "vitest";
import { expectedMaximum } from "../../../lib/core/index.js";

test.each([
  [1, 0],
  [2, 0.5642],
  [5, 1.163],
  [10, 1.5388],
  [20, 1.8675],
  [50, 2.2491],
  [100, 2.5076],
  [200, 2.746],
  [1000, 3.2414],
])("the largest of %i normal draws is %d on average, as the tables have it", (draws, mean) => {
  expect(expectedMaximum(draws).mean).toBeAllClose(mean, { rtol: 0, atol: 0.5e-4 });
});

test("expectedMaximum knows the closed forms: 1/√π and 1 − 1/π of two, 3/(2√π) of three", () => {
  const two = expectedMaximum(2);
  expect([two.mean, two.variance]).toBeAllClose([1 / Math.sqrt(Math.PI), 1 - 1 / Math.PI], { rtol: 1e-11 });
  expect(expectedMaximum(3).mean).toBeAllClose(1.5 / Math.sqrt(Math.PI), { rtol: 1e-11 });
});

test("expectedMaximum refuses no draws", () => {
  expect(() => expectedMaximum(0)).toThrow("0 draws");
});
