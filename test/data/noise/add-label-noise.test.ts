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

test("confusions turn one class into another at their own rate, and leave the rest alone", () => {
  const noisy = addLabelNoise(dataset, { confusions: { 7: { 1: 0.4 } }, seed: 5 }).labels;
  const sevens = noisy.filter((_, i) => labels[i] === 7);
  const ones = sevens.filter((label) => label === 1).length;
  expect(Math.abs(ones / sevens.length - 0.4)).toBeLessThan(5 * Math.sqrt((0.4 * 0.6) / sevens.length));
  expect(noisy.every((label, i) => label === labels[i] || (labels[i] === 7 && label === 1))).toBe(true);
});

test("the rate can follow a tag, sample by sample, and rates above 1 are 1", () => {
  const night = Float32Array.from(labels, (_, i) => (i % 3) * 2);
  const noisy = addLabelNoise({ ...dataset, tags: { night } }, { byTag: { night: 0.25 }, seed: 5 });
  const wrong = noisy.tags.mislabelled!;
  for (const [severity, rate] of [0, 0.5, 1].entries()) {
    const rows = Array.from(wrong).filter((_, i) => i % 3 === severity);
    const share = rows.reduce((sum, value) => sum + value, 0) / rows.length;
    expect(Math.abs(share - rate)).toBeLessThanOrEqual(5 * Math.sqrt((rate * (1 - rate)) / rows.length));
  }
});

test("noise upon noise keeps the first truth", () => {
  const once = addLabelNoise(dataset, { rate: 0.3, seed: 1 });
  const twice = addLabelNoise(once, { rate: 0.3, seed: 2 });
  expect(twice.tags.trueLabel).toEqual(Float32Array.from(labels));
  expect(Array.from(twice.tags.mislabelled!)).toEqual(
    Array.from(twice.labels, (label, i) => Number(label !== labels[i])),
  );
});

test.each<[object, string]>([
  [{ confusions: { 10: { 1: 0.5 } } }, 'no class "10"'],
  [{ confusions: { 1: { 2: 0.7, 3: 0.7 } } }, 'the sum of confusions["1"] is 1.4.'],
  [{ byTag: { night: 0.1 } }, 'no tag "night"'],
  [{ rates: 0.1 }, 'write "rate"'],
])("addLabelNoise refuses %j", (options, message) => {
  expect(() => addLabelNoise(dataset, options as never)).toThrow(message);
});
