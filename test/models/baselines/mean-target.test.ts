import { expect, test } from "vitest";
import { regressionMetrics } from "../../../lib/decomposition/index.js";
import { meanTarget } from "../../../lib/models/index.js";
import { golden } from "./golden.js";

const targetNames = ["price"];
const numbers = (...targets: number[]) => ({ targets: Float32Array.from(targets), targetNames });

test("meanTarget is scikit-learn's", () => {
  const { train, test, mean, rmse } = golden.regression;
  const found = meanTarget(numbers(...train), numbers(...test));
  expect(found.means).toBeAllClose([mean], { rtol: 1e-6 });
  expect(found.rootMeanSquaredErrors[0]!.estimate).toBeAllClose(rmse, { rtol: 1e-6 });
  expect(found).toMatchObject({ name: "mean target", samples: 30 });
});

test("meanTarget explains nothing of the variance, and its interval holds what bootstrapping says", () => {
  const train = numbers(...golden.regression.train);
  const { predictions, rootMeanSquaredErrors } = meanTarget(train);
  const { r2, rmse } = regressionMetrics({ targets: train.targets, predictions });
  expect(r2.estimate).toBeAllClose(0, { atol: 1e-6 });
  const [{ low, high } = { low: 0, high: 0 }] = rootMeanSquaredErrors;
  expect(low).toBeAllClose(rmse.low, { rtol: 0.05 });
  expect(high).toBeAllClose(rmse.high, { rtol: 0.05 });
});

test("meanTarget keeps several targets apart", () => {
  const train = { targets: Float32Array.of(1, 10, 3, 30), targetNames: ["a", "b"] };
  const { means, predictions, rootMeanSquaredErrors } = meanTarget(train);
  expect(means).toEqual([2, 20]);
  expect(predictions).toEqual(Float32Array.of(2, 20, 2, 20));
  expect(rootMeanSquaredErrors.map(({ estimate }) => estimate)).toEqual([1, 10]);
});

test("meanTarget refuses too few samples, other targets, and NaN", () => {
  expect(() => meanTarget(numbers())).toThrow(/two test samples/);
  expect(() => meanTarget(numbers(1, 2), numbers(1))).toThrow(/two test samples/);
  expect(() => meanTarget(numbers(1, 2), { ...numbers(1, 2), targetNames: ["age"] })).toThrow(
    /price and age/,
  );
  expect(() => meanTarget(numbers(1, Number.NaN))).toThrow(/NaN at sample 1/);
});
