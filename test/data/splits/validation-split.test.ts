import { expect, test } from "vitest";
import { datasetFromArrays, validationSplit } from "../../../lib/data/index.js";

/** Sorted by class, as files of classes are. */
const sorted = datasetFromArrays({
  x: new Uint8Array(100),
  shape: [1],
  labels: Array.from({ length: 100 }, (_, i) => Math.floor(i / 50)),
  classes: ["first", "last"],
});

test("validationSplit(dataset) shuffles first: both parts have both classes, though the rows came sorted", () => {
  const { train, validation } = validationSplit(sorted);
  expect([train.size, validation.size]).toEqual([80, 20]);
  expect(validation.labels.filter((label) => label === 1).length).toBe(10);
  expect(new Set([...train.ids, ...validation.ids]).size).toBe(100);
});

test.each<[object, string]>([
  [{ fraction: 1 }, 'split "train" is to have 0'],
  [{ fraction: 20 }, "pass 0.2."],
  [{ fraction: 0 }, 'split "validation" is to have 0'],
  [{ fracton: 0.2 }, 'write "fraction"'],
])("validationSplit refuses %j", (options, message) => {
  expect(() => validationSplit(sorted, options)).toThrow(message);
});
