import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Dataset } from "../../../lib/core/index.js";
import { bayesError, simplifiedScenes } from "../../../lib/data/index.js";

const splits = simplifiedScenes();
const sets: [string, Dataset][] = Object.entries(splits);

describe("simplifiedScenes({ seed, samples })", () => {
  test("is 10,000 images of 32 × 32 pixels and two classes in four splits", () => {
    expect(sets.map(([name, { size }]) => [name, size])).toEqual([
      ["train", 6000],
      ["trainVal", 1250],
      ["testVal", 1500],
      ["test", 1250],
    ]);
    for (const [, { shape, classes }] of sets) {
      expect(shape).toEqual([32, 32, 3]);
      expect(classes).toEqual(["no person", "person"]);
    }
  });

  test("starts with the same images everywhere", () => {
    const hash = createHash("sha256");
    for (const [, set] of sets) hash.update(set.batch([0, 1, 2, 3, 4, 5, 6, 7]).x);
    expect(hash.digest("hex")).toBe("e57d56bb53fd8167e38289c2b24fb618733d71e4af0d61ef64b96b33a028b402");
  });

  test("shares no sample between splits, nor with another seed", () => {
    const all = [...sets, ...Object.entries(simplifiedScenes({ seed: 1 }))].flatMap(([, { ids }]) => ids);
    expect(new Set(all).size).toBe(20_000);
  });

  test("is by day in train and trainVal, and half by night in testVal and test", () => {
    const night = sets.map(
      ([, { tags, size }]) => tags.night!.filter((severity) => severity > 0).length / size,
    );
    expect(night.slice(0, 2)).toEqual([0, 0]);
    for (const share of night.slice(2)) expect(Math.abs(share - 0.5)).toBeLessThan(0.065); // five standard errors
    for (const name of ["rain", "fog", "glare"])
      for (const [, { tags }] of sets) expect(Math.max(...tags[name]!)).toBe(0);
  });

  test("has the same number of objects in every image, and half of them a person", () => {
    for (const [, { tags, labels, size }] of sets) {
      expect(new Set(tags.objects)).toEqual(new Set([4]));
      expect(Math.abs(labels.reduce((sum, label) => sum + label, 0) / size - 0.5)).toBeLessThan(0.075);
    }
  });

  test("has an irreducible error of about 1 %, the same by day and by night", () => {
    for (const [, set] of sets) expect(Math.abs(bayesError(set) - 0.01)).toBeLessThan(0.0125); // five standard errors
  });

  test("divides any number of samples", () => {
    const sizes = Object.values(simplifiedScenes({ samples: 1000 })).map(({ size }) => size);
    expect(sizes).toEqual([600, 125, 150, 125]);
    expect(() => simplifiedScenes({ samples: 0 })).toThrow("samples is 0.");
  });
});
