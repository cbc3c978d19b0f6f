import { describe, expect, test } from "vitest";
import type { Dataset } from "../../../lib/core/index.js";
import {
  datasetFromArrays,
  keepInMemory,
  makeScenes,
  splitDataset,
  subset,
} from "../../../lib/data/index.js";

/** `size` rows whose one pixel is the row's number; every third row is of class 1, ordered by class as users' files are. */
function sorted(size: number): Dataset {
  return datasetFromArrays({
    x: Float32Array.from({ length: size }, (_, i) => i),
    shape: [1],
    labels: Array.from({ length: size }, (_, i) => Number(i >= (2 * size) / 3)),
    classes: ["common", "rare"],
    tags: { row: Float32Array.from({ length: size }, (_, i) => i) },
  });
}

const rare = ({ labels }: Dataset) => labels.filter((label) => label === 1).length;

describe("subset(dataset, indices)", () => {
  test("shows the chosen rows' pixels, labels, ids and tags, in the given order", () => {
    const part = subset(sorted(9), [8, 0, 4]);
    expect(part.size).toBe(3);
    expect(Array.from(part.batch([0, 1, 2]).x)).toEqual([8, 0, 4]);
    expect(Array.from(part.labels)).toEqual([1, 0, 0]);
    expect(part.ids).toEqual(["8", "0", "4"]);
    expect(Array.from(part.tags.row!)).toEqual([8, 0, 4]);
  });

  test("refuses rows that are not there, and a batch beyond its own end", () => {
    expect(() => subset(sorted(9), [9])).toThrow("index 9");
    expect(() => subset(sorted(9), [1, 2]).batch([2])).toThrow("from 0 to 1");
  });
});

describe("splitDataset(dataset, { fractions | counts })", () => {
  test("puts each sample in one split, and all of them somewhere when the fractions add up to 1", () => {
    const { a, b, c } = splitDataset(sorted(100), { fractions: { a: 0.7, b: 0.2, c: 0.1 } });
    expect([a.size, b.size, c.size]).toEqual([70, 20, 10]);
    expect(new Set([...a.ids, ...b.ids, ...c.ids]).size).toBe(100);
  });

  test.each([10, 99, 300])(
    "gives each split of %i rows the classes' proportions, to within one sample",
    (size) => {
      const parts = splitDataset(sorted(size), { fractions: { train: 0.6, validation: 0.25, test: 0.15 } });
      for (const part of Object.values(parts))
        expect(Math.abs(rare(part) - part.size / 3)).toBeLessThanOrEqual(1.01);
    },
  );

  test("mixes the classes within a split, though the rows came sorted", () => {
    const { train } = splitDataset(sorted(3000), { fractions: { train: 0.8 } });
    expect(
      Math.abs(
        rare(
          subset(
            train,
            Array.from({ length: 600 }, (_, i) => i),
          ),
        ) - 200,
      ),
    ).toBeLessThan(60);
  });

  test("takes counts, and without stratify leaves the classes to chance", () => {
    const { a } = splitDataset(sorted(300), { counts: { a: 30 }, stratify: false, seed: 2 });
    const { b } = splitDataset(sorted(300), { counts: { b: 30 }, stratify: false, seed: 3 });
    expect(a.size).toBe(30);
    expect(rare(a)).not.toBe(rare(b));
  });

  test("repeats itself under one seed and differs under another", () => {
    const ids = (seed: number) => splitDataset(sorted(60), { counts: { part: 20 }, seed }).part.ids;
    expect(ids(1)).toEqual(ids(1));
    expect(ids(1)).not.toEqual(ids(2));
  });

  test.each<[string, object, string]>([
    ["fractions above 1 in all", { fractions: { a: 0.7, b: 0.7 } }, "the splits add up to 1.4"],
    ["a negative fraction", { fractions: { a: -0.1 } }, 'split "a" is to have -0.1'],
    ["more than there is", { counts: { a: 31 } }, "together at most 30"],
    ["half a sample", { counts: { a: 1.5 } }, 'split "a" is to have 1.5'],
    ["a split that would be empty", { fractions: { a: 0.99, b: 0.01 } }, 'split "b" would be empty'],
    ["both", { counts: { a: 1 }, fractions: { a: 0.1 } }, "one of the two"],
    ["neither", {}, "one of the two"],
  ])("refuses %s", (_, options, message) => {
    expect(() => splitDataset(sorted(30), options)).toThrow(message);
  });
});

test("keepInMemory(dataset) asks for each sample once and gives the same bytes", () => {
  const scenes = makeScenes(20);
  const asked: number[] = [];
  const counting: Dataset = {
    ...scenes,
    batch(indices) {
      asked.push(...Array.from(indices));
      return scenes.batch(indices);
    },
  };
  const kept = keepInMemory(counting);
  expect(asked).toEqual([]);
  expect(kept.batch([3, 5, 3])).toEqual(scenes.batch([3, 5, 3]));
  expect(kept.batch([5, 6])).toEqual(scenes.batch([5, 6]));
  expect(asked).toEqual([3, 5, 6]);
  expect(kept.tags).toEqual(scenes.tags);
});
