import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  fourSplits,
  fullScenes,
  namedScenes,
  nightShiftScenes,
  personMasks,
  quarterMillionScenes,
  scenePairs,
  sceneSetNames,
  subset,
} from "../../../lib/data/index.js";

const share = (values: Float32Array) => values.filter((value) => value > 0).length / values.length;

test.each<[(typeof sceneSetNames)[number], string]>([
  ["simplified", "e57d56bb53fd8167e38289c2b24fb618733d71e4af0d61ef64b96b33a028b402"],
  ["full", "1cd9904a7556d58d38ac609503ab0e3947f246b73f6e5cc6f56f9a474354cf1d"],
  ["four-splits", "7a01b092c7990747a7a2572a641ff9ab0ae3ed38758e4e76cc199193716eb005"],
  ["night-shift", "e8ae9a5a4c085447316de7654c2da3618ee6faa7535c67beb18e38823ff85b71"],
  ["250k", "eb7d39be3782047041f095d9e2fd17f629dcd437a126a24cf7713290ca8a74b5"],
])("the set %s begins with the same images everywhere", (name, digest) => {
  const hash = createHash("sha256");
  for (const dataset of Object.values(namedScenes(name)))
    hash.update(dataset.batch([0, 1, 2, 3, 4, 5, 6, 7]).x);
  expect(hash.digest("hex")).toBe(digest);
});

test("each set has a name and a size, and seeds of its own", () => {
  const sizes = sceneSetNames.map((name) =>
    Object.values(namedScenes(name)).reduce((sum, { size }) => sum + size, 0),
  );
  expect(sizes).toEqual([10_000, 50_000, 10_000, 10_000, 250_000]);
  const small = Object.values(namedScenes("full", { samples: 16, seed: 1 }))[0]!;
  expect(small.size).toBe(16);
  expect(small.batch([0]).x).not.toEqual(fullScenes({ samples: 16 }).batch([0]).x);
  expect(() => namedScenes("fulll" as never)).toThrow('write "full" instead of "fulll".');
});

test("the full problem has every condition but imbalance, and a quarter of a million of it cost nothing before drawn", () => {
  const { imbalance, ...tags } = subset(
    quarterMillionScenes(),
    Uint32Array.from({ length: 600 }, (_, i) => i),
  ).tags;
  expect(share(imbalance!)).toBe(0);
  for (const name of ["night", "snow", "crowd", "compression", "lookAlikes"])
    expect(share(tags[name]!)).toBeGreaterThan(0);
});

test("four splits share no scene, and only testVal and test are shifted", () => {
  const splits = fourSplits({ samples: 400 });
  expect(new Set(Object.values(splits).flatMap(({ ids }) => ids)).size).toBe(400);
  expect([splits.train, splits.trainVal].map(({ tags }) => share(tags.night!))).toEqual([0, 0]);
  expect(share(splits.test.tags.night!)).toBeGreaterThan(0.25);
});

test.each([8, 9, 300, 1001])("four splits of %i images are that many together", (samples) => {
  const sizes = Object.values(fourSplits({ samples })).map(({ size }) => size);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(samples);
  expect(Math.min(...sizes)).toBeGreaterThan(0);
});

test("the night shift leaves reflections as common as they were", () => {
  const { trainVal, testVal } = nightShiftScenes();
  const gap = Math.abs(share(trainVal.tags.reflections!) - share(testVal.tags.reflections!));
  expect(gap).toBeLessThan(5 * Math.sqrt(0.2 * 0.8 * (1 / trainVal.size + 1 / testVal.size)));
});

describe("scenePairs(samples, changed, options)", () => {
  test("are the same scenes, where nothing but the changed condition differs", () => {
    const { without, with: glaring } = scenePairs(
      30,
      { glare: { severity: 3 } },
      { seed: 6, conditions: { rain: 0.5 } },
    );
    expect(glaring.labels).toEqual(without.labels);
    expect(glaring.tags.visible).toEqual(without.tags.visible);
    expect(glaring.tags.rain).toEqual(without.tags.rain);
    expect([...new Set(without.tags.glare), ...new Set(glaring.tags.glare)]).toEqual([0, 3]);
    const rows = Array.from({ length: 30 }, (_, i) => i);
    expect(personMasks(glaring, rows)).toEqual(personMasks(without, rows));
    expect(glaring.batch([4]).x).not.toEqual(without.batch([4]).x);
  });
});
