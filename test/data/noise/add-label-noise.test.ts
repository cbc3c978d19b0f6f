import { expect, test } from "vitest";
import { addLabelNoise } from "../../../lib/data/noise/index.js";

const labels = Int32Array.from({ length: 10_000 }, (_, i) => i % 10);
const dataset = {
  size: labels.length,
  shape: [1],
  classes: [..."0123456789"],
  labels,
  ids: Array.from(labels, (_, i) => `${i}`),
  tags: {},
  batch: () => ({ x: new Float32Array(0), shape: [0, 1] }),
};

test("addLabelNoise makes the stated share of labels wrong, within five standard errors", () => {
  const noisy = addLabelNoise(dataset, { rate: 0.3, seed: 1 });
  const wrong = noisy.labels.filter((label, i) => label !== labels[i]).length / labels.length;
  expect(Math.abs(wrong - 0.3)).toBeLessThan(5 * Math.sqrt((0.3 * 0.7) / labels.length));
});

test("addLabelNoise turns a label into each other class about equally often", () => {
  const noisy = addLabelNoise(dataset, { rate: 1, seed: 1 }).labels;
  const shifts = new Array<number>(10).fill(0);
  noisy.forEach((label, i) => {
    shifts[(label - labels[i]! + 10) % 10]!++;
  });
  expect(shifts[0]).toBe(0);
  for (const count of shifts.slice(1)) expect(Math.abs(count - 1111)).toBeLessThan(5 * Math.sqrt(1111));
});

test("addLabelNoise keeps the truth, follows the seed and leaves the given set alone", () => {
  const noisy = addLabelNoise(dataset, { rate: 0.5, seed: 2 });
  expect(noisy.tags.trueLabel).toEqual(Float32Array.from(labels));
  expect(addLabelNoise(dataset, { rate: 0.5, seed: 2 }).labels).toEqual(noisy.labels);
  expect(addLabelNoise(dataset, { rate: 0.5, seed: 3 }).labels).not.toEqual(noisy.labels);
  expect(dataset.tags).toEqual({});
});

test("addLabelNoise(dataset, { rate: 20 }) asks for a share, not a percentage", () => {
  expect(() => addLabelNoise(dataset, { rate: 20 })).toThrow("pass 0.2");
});
