import { describe, expect, test } from "vitest";
import { normal, randomSource } from "../../../lib/core/index.js";
import { embeddingShift, tagShifts } from "../../../lib/decomposition/index.js";

const column = (samples: number, move: number, seed: number) => {
  const random = randomSource(seed, "column");
  return Float32Array.from({ length: samples }, () => move + normal(random));
};

describe("tagShifts", () => {
  test("finds the tags that moved, the furthest first, and no other", () => {
    const source = { tags: { a: column(500, 0, 1), b: column(500, 0, 2), c: column(500, 0, 3) } };
    const target = { tags: { a: column(400, 0.3, 4), b: column(400, 0, 5), c: column(400, 1, 6) } };
    const found = tagShifts(source, target);
    expect(found.map(({ tag, shifted }) => [tag, shifted])).toEqual([
      ["c", true],
      ["a", true],
      ["b", false],
    ]);
  });

  test("agrees with SciPy's kolmogorov of the scaled distance", () => {
    const [[only]] = [
      tagShifts(
        { tags: { t: Float32Array.from({ length: 100 }, (_, i) => i) } },
        { tags: { t: Float32Array.from({ length: 100 }, (_, i) => i + 14) } },
      ),
    ];
    expect(only!.distance).toBeAllClose(0.14);
    // scipy.special.kolmogorov(0.14 * sqrt(50))
    expect(only!.pValue).toBeAllClose(0.2809295474198876, { rtol: 1e-6 });
  });

  test("calls a tag shifted at most 5 times in 100 where none is, of ten tags together", () => {
    const alarms = Array.from({ length: 100 }, (_, seed) => {
      const set = (side: number) => ({
        tags: Object.fromEntries(
          Array.from({ length: 10 }, (_, tag) => [`t${tag}`, column(80, 0, 1000 * seed + 10 * tag + side)]),
        ),
      });
      return tagShifts(set(1), set(2)).some(({ shifted }) => shifted);
    });
    expect(alarms.filter(Boolean).length).toBeLessThanOrEqual(7);
  });

  test("takes missing values for a value above all others", () => {
    const half = Float32Array.from({ length: 200 }, (_, i) => (i % 2 ? Number.NaN : 1));
    const [found] = tagShifts({ tags: { t: half } }, { tags: { t: new Float32Array(200).fill(1) } });
    expect(found!.distance).toBe(0.5);
  });

  test("refuses sets without a tag in common", () => {
    expect(() => tagShifts({ tags: {} }, { tags: {} })).toThrow("share no tag");
    expect(() =>
      tagShifts({ tags: { t: new Float32Array(0) } }, { tags: { t: new Float32Array(3) } }),
    ).toThrow("no samples");
  });
});

describe("embeddingShift", () => {
  test("is .387958742 biased and −.176895978 unbiased for the two small sets of the reference", () => {
    const source = { values: Float32Array.of(1, 2, 3, 4, 5, 9), width: 2 };
    const target = { values: Float32Array.of(2, 1, 0, 3, 4, 4, 1, 0), width: 2 };
    const { biased, unbiased } = embeddingShift(source, target, { gamma: 0.5 });
    expect([biased, unbiased]).toBeAllClose([0.387958742, -0.176895978], { rtol: 1e-8 });
  });

  test("tells a shifted set, and lets an unshifted one pass 88 times in 100 at least", () => {
    const set = (move: number, seed: number) => ({ values: column(160, move, seed), width: 4 });
    expect(embeddingShift(set(0, 1), set(1, 2)).pValue).toBeLessThan(0.01);
    const alarms = Array.from(
      { length: 100 },
      (_, seed) =>
        embeddingShift(set(0, 2 * seed), set(0, 2 * seed + 1), { permutations: 39 }).pValue <= 0.05,
    );
    expect(alarms.filter(Boolean).length).toBeLessThanOrEqual(12);
  });

  test("refuses rows that are none", () => {
    const good = { values: new Float32Array(8), width: 2 };
    expect(() => embeddingShift({ values: Float32Array.of(0, 1, 2, Number.NaN), width: 2 }, good)).toThrow(
      "NaN in row 1, column 1",
    );
    expect(() => embeddingShift({ values: new Float32Array(7), width: 2 }, good)).toThrow(
      "7 numbers as rows of 2",
    );
    expect(() => embeddingShift({ values: new Float32Array(9), width: 3 }, good)).toThrow("widths 3 and 2");
  });
});
