import { expect, test } from "vitest";
import { normal, randomSource } from "../../../lib/core/index.js";
import { checkMeanTarget } from "../../../lib/debugging/index.js";

const random = randomSource(1, "targets");
const targets = Float32Array.from({ length: 60 }, () => 40 + 9 * normal(random));
const set = { targets, targetNames: ["price"] };
const off = (by: number) => Array.from(targets, (target, i) => target + (i % 2 === 0 ? by : -by));

test("checkMeanTarget finds nothing where the model explains most of the variance", () => {
  expect(checkMeanTarget(set, { ...set, predictions: off(3) })).toEqual([]);
});

test("checkMeanTarget calls a model that is further off than the mean an error, NaN too", () => {
  const [found] = checkMeanTarget(set, { ...set, predictions: off(30) });
  expect(found).toMatchObject({
    code: "not-better-than-baseline",
    severity: "error",
    where: "price",
    title: "the model is worse than always the mean",
  });
  expect(found!.evidence).toMatch(/^it is off by 30 \(root mean square over 60 samples\)/);
  const silent = { ...set, predictions: off(Number.NaN) };
  expect(checkMeanTarget(set, silent)[0]).toMatchObject({ severity: "error" });
});

test("checkMeanTarget warns of a model that answers about the mean", () => {
  const predictions = Array.from(targets, () => 40);
  expect(checkMeanTarget(set, { ...set, predictions })[0]).toMatchObject({ severity: "warning" });
});

test("checkMeanTarget looks at several targets one by one", () => {
  const two = { targets: Float32Array.of(1, 10, 9, 20, 1, 10, 9, 20), targetNames: ["a", "b"] };
  const predictions = [1, 90, 9, 90, 1, 90, 9, 90];
  expect(checkMeanTarget(two, { ...two, predictions }).map(({ where }) => where)).toEqual(["b"]);
});

test("checkMeanTarget refuses another number of predictions, and misspelt options", () => {
  expect(() => checkMeanTarget(set, { ...set, predictions: [1] })).toThrow(/1 predictions for 60 targets/);
  // @ts-expect-error
  expect(() => checkMeanTarget(set, { ...set, predictions: off(1) }, { level: 0.9 })).toThrow(/"level"/);
});
