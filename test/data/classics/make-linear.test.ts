import { expect, test } from "vitest";
import { makeLinear, splitDataset, subset } from "../../../lib/data/index.js";

test("makeLinear(samples)'s noise has the standard deviation it was asked for, and the truth is in the tag", () => {
  const { targets, tags } = makeLinear(20_000, { noise: 0.5 });
  const squares = targets.reduce((sum, target, i) => sum + (target - tags.truth![i]!) ** 2, 0);
  expect(squares / 20_000).toBeAllClose(0.25, { rtol: 0.04 });
});

test("makeLinear(samples, { coefficients }) gives back its coefficients by least squares", () => {
  const data = makeLinear(500, { coefficients: [4], intercept: -2, noise: 0 });
  const { x } = data.batch(Array.from({ length: 500 }, (_, i) => i));
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(data.targets)];
  const slope =
    mean(x.map((value, i) => (value - mx) * (data.targets[i]! - my))) /
    mean(x.map((value) => (value - mx) ** 2));
  expect(slope).toBeAllClose(4, { rtol: 1e-4 });
  expect(my - slope * mx).toBeAllClose(-2, { rtol: 1e-4 });
});

test("subset and splitDataset of numbers to predict keep the targets with their rows", () => {
  const data = makeLinear(20);
  expect(subset(data, [7, 3]).targets).toEqual(Float32Array.of(data.targets[7]!, data.targets[3]!));
  const { train } = splitDataset(data, { fractions: { train: 0.5 } });
  expect(train.targets[0]).toBe(data.targets[Number(train.ids[0])]);
  expect(train.targetNames).toEqual(["target"]);
});

test.each<[string, () => unknown, string]>([
  ["no coefficients", () => makeLinear(5, { coefficients: [] }), "at least one coefficient"],
  ["an infinite coefficient", () => makeLinear(5, { coefficients: [Infinity] }), "finite numbers"],
  ["a misspelt option", () => makeLinear(5, { coeficients: [1] } as never), 'write "coefficients"'],
])("makeLinear refuses %s", (_, call, message) => {
  expect(call).toThrow(message);
});
