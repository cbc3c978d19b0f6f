import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { digits } from "../../../lib/data/index.js";

const all = digits();
const require = createRequire(import.meta.url);

describe("digits({ samples, seed })", () => {
  test("is 10,000 grey images of 28 × 28 bytes in ten classes", () => {
    expect(all.size).toBe(10_000);
    expect(all.shape).toEqual([28, 28, 1]);
    expect(all.batch([0, 1]).x).toBeInstanceOf(Uint8Array);
    expect(all.batch([0, 1]).shape).toEqual([2, 28, 28, 1]);
    expect(new Set(all.ids).size).toBe(10_000);
  });

  test("has the classes of the first 10,000 rows of the MNIST training set", () => {
    const counts = new Array<number>(10).fill(0);
    for (const label of all.labels) counts[label]!++;
    expect(counts).toEqual([1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978]);
  });

  test("has each digit's pixels beside its own label: the package's grey levels × 255", () => {
    for (const digit of [0, 7]) {
      const row = all.labels.indexOf(digit);
      const firstOfClass = [1001, 1127, 991, 1032, 980, 863, 1014]
        .slice(0, digit)
        .reduce((sum, n) => sum + n, 0);
      const nth = Number(all.ids[row]!.slice("digit-".length)) - firstOfClass;
      const { data } = require(`mnist/src/digits/${digit}.json`) as { data: number[] };
      const levels = data.slice(nth * 784, (nth + 1) * 784).map((level) => Math.round(level * 255));
      expect(Array.from(all.batch([row]).x)).toEqual(levels);
    }
  });

  test("mixes the classes: each tenth of the set has every digit", () => {
    for (let start = 0; start < 10_000; start += 1000)
      expect(new Set(all.labels.subarray(start, start + 1000)).size).toBe(10);
  });

  test("gives the first of them in the same order when fewer are asked for, and another order for another seed", () => {
    expect(digits({ samples: 50 }).ids).toEqual(all.ids.slice(0, 50));
    expect(digits({ samples: 50, seed: 1 }).ids).not.toEqual(all.ids.slice(0, 50));
  });

  test("refuses more than there are", () => {
    expect(() => digits({ samples: 60_000 })).toThrow("a whole number from 10 to 10000.");
  });
});
