import { describe, expect, test } from "vitest";
import { randomSource } from "../../../../lib/core/index.js";
import { findHiddenSlices } from "../../../../lib/decomposition/index.js";
import { plantedEmbeddings } from "./planted-embeddings.js";

describe("findHiddenSlices", () => {
  test("finds 6 in 10 of planted slices: 8 of the 10 most typical images are of the slice", () => {
    const found = Array.from({ length: 20 }, (_, seed) => {
      const random = randomSource(seed, "plant");
      const plant = { share: 0.03 + 0.07 * random(), apart: 2 + 2 * random(), worse: 0.3 + 0.3 * random() };
      const { log, embeddings, planted } = plantedEmbeddings({ ...plant, seed });
      return findHiddenSlices(log, embeddings).slices.some(
        ({ rows }) => rows.subarray(0, 10).filter((row) => planted[row] === 1).length >= 8,
      );
    });
    expect(found.filter(Boolean).length).toBeGreaterThanOrEqual(12);
  });

  test("finds nothing where errors are spread evenly, 9 times in 10 at least", () => {
    const alarms = Array.from({ length: 40 }, (_, seed) => {
      const plant = { samples: 1500, width: 16, share: 0.05, apart: 3, worse: 0.05 };
      const { log, embeddings } = plantedEmbeddings({ ...plant, seed });
      return findHiddenSlices(log, embeddings).slices.length > 0;
    });
    expect(alarms.filter(Boolean).length).toBeLessThanOrEqual(4);
  });

  test("says how bad a slice is from images that were not searched, so the interval holds the truth", () => {
    const { log, embeddings, planted } = plantedEmbeddings({ share: 0.1, apart: 5, worse: 0.5, seed: 3 });
    const { slices, reading } = findHiddenSlices(log, embeddings);
    const [worst] = slices;
    const share = worst!.rows.filter((row) => planted[row] === 1).length / worst!.rows.length;
    const truth = 0.5 * share + 0.05 * (1 - share);
    expect(worst!.error.low < truth && truth < worst!.error.high).toBe(true);
    expect(worst!.samples).toBeLessThan(worst!.rows.length);
    expect(worst!.recoverable.low).toBeGreaterThan(0);
    expect(reading).toContain("held-out samples are wrong");
  });

  test("gives the same slices for the same seed", () => {
    const { log, embeddings } = plantedEmbeddings({
      samples: 1000,
      share: 0.1,
      apart: 5,
      worse: 0.5,
      seed: 4,
    });
    expect(findHiddenSlices(log, embeddings, { seed: 1 })).toEqual(
      findHiddenSlices(log, embeddings, { seed: 1 }),
    );
  });

  test("has nothing to say of a log without errors", () => {
    const { log, embeddings } = plantedEmbeddings({
      ...{ samples: 200, share: 0.1, apart: 5 },
      ...{ base: 0, worse: 0, seed: 5 },
    });
    expect(findHiddenSlices(log, embeddings).slices).toEqual([]);
  });

  test("refuses embeddings of other samples, and numbers that are none", () => {
    const { log, embeddings } = plantedEmbeddings({ samples: 60, share: 0.1, apart: 1, worse: 0.5, seed: 6 });
    const short = { ...embeddings, values: embeddings.values.slice(32) };
    expect(() => findHiddenSlices(log, short)).toThrow("for 60 samples");
    const odd = embeddings.values.slice();
    odd[33] = Number.NaN;
    expect(() => findHiddenSlices(log, { ...embeddings, values: odd })).toThrow("NaN in row 1, column 1");
    expect(() => findHiddenSlices(log, embeddings, { count: 0 })).toThrow("count: 0");
  });
});
