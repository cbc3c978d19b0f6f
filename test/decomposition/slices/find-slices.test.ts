import { describe, expect, test } from "vitest";
import { randomSource } from "../../../lib/core/index.js";
import { findSlices, type Slice } from "../../../lib/decomposition/index.js";
import { logHypergeometricTail } from "../../../lib/decomposition/slices/hypergeometric-tail.js";
import { type Plant, plantedLog } from "./planted-log.js";

/** A slice of one to three tags, of 1/16 of the samples or more. */
function drawPlant(seed: number): Plant {
  const random = randomSource(seed, "plant");
  const degree = 1 + Math.floor(3 * random());
  const first = Math.floor(3 * random());
  const value = Math.floor(3 * random());
  const values = degree === 3 ? [value, value + 1] : [value];
  return Object.fromEntries(Array.from({ length: degree }, (_, i) => [first + 2 * i, values]));
}

/** The samples that a slice shares with what was planted, by the samples of either. */
function agreement({ conditions }: Slice, { log, planted }: ReturnType<typeof plantedLog>): number {
  let [both, either] = [0, 0];
  for (let row = 0; row < planted.length; row++) {
    const isIn = conditions.every(
      ({ tag, from, to }) => log.tags[tag]![row]! >= from && log.tags[tag]![row]! <= to,
    );
    if (isIn && planted[row] === 1) both++;
    if (isIn || planted[row] === 1) either++;
  }
  return both / either;
}

describe("findSlices", () => {
  test("finds planted slices of one to three tags, and hardly anything else", () => {
    const runs = Array.from({ length: 40 }, (_, seed) => {
      const made = plantedLog({ samples: 5000, tags: 8, plants: [drawPlant(seed)], seed });
      const shared = findSlices(made.log).slices.map((slice) => agreement(slice, made));
      return { found: shared.some((share) => share >= 0.8), strangers: shared.filter((s) => s < 0.2).length };
    });
    expect(runs.filter(({ found }) => found).length).toBeGreaterThanOrEqual(38);
    expect(runs.reduce((sum, { strangers }) => sum + strangers, 0)).toBeLessThanOrEqual(2);
  });

  test("finds nothing in a log without slices, 95 times in 100 at least", () => {
    const reports = Array.from({ length: 100 }, (_, seed) =>
      findSlices(plantedLog({ samples: 1000, tags: 6, base: 0.1, seed }).log),
    );
    expect(reports.filter(({ slices }) => slices.length > 0).length).toBeLessThanOrEqual(5);
    expect(reports[0]!.reading).toMatch(/^None of the [\d,]+ slices of 1,000 samples is worse/);
  });

  test("tells two slices apart, and says what each would bring", () => {
    const plants = [{ 0: [3], 1: [0, 1] }, { 2: [2] }];
    const { log, planted } = plantedLog({ samples: 20_000, tags: 6, plants, seed: 7 });
    const { slices, errors, samples, reading } = findSlices(log);
    expect(slices.map(({ text }) => text).sort()).toEqual(["t0 = 3 and t1 ≤ 1", "t2 = 2"]);
    for (const { recoverable, error, samples: own, errors: wrong, shareOfErrors } of slices) {
      const elsewhere = (errors - wrong) / (samples - own);
      expect(recoverable.estimate).toBeAllClose(errors / samples - elsewhere, { rtol: 1e-9 });
      expect(recoverable.low).toBeGreaterThan(0);
      expect(error.low < 0.3 && 0.3 < error.high).toBe(true);
      expect(shareOfErrors.estimate).toBe(wrong / errors);
    }
    expect(planted.reduce((sum, is) => sum + is, 0)).toBeGreaterThan(slices[0]!.samples);
    expect(reading).toMatch(/^Of the [\d,]+ slices of 20,000 samples, t2 = 2 stands out most: /);
  });

  test("gives the same slices whatever the order of the rows", () => {
    const { log } = plantedLog({ samples: 3000, tags: 5, plants: [{ 0: [1], 3: [2] }], seed: 9 });
    const back = <T>(list: ArrayLike<T>, width = 1) =>
      Array.from({ length: list.length }, (_, i) => {
        const row = list.length / width - 1 - Math.floor(i / width);
        return list[row * width + (i % width)]!;
      });
    const turned = {
      ...log,
      ids: back(log.ids),
      probabilities: Float32Array.from(back(log.probabilities, 2)),
      tags: Object.fromEntries(
        Object.entries(log.tags).map(([name, column]) => [name, Float32Array.from(back(column))]),
      ),
    };
    expect(findSlices(turned)).toEqual(findSlices(log));
  });

  test("has nothing to say of a log without errors, or with nothing but errors", () => {
    const without = findSlices(plantedLog({ samples: 200, tags: 2, base: 0, seed: 1 }).log);
    expect(without.slices).toEqual([]);
    expect(without.reading).toContain("none of 200 samples is wrong");
    expect(findSlices(plantedLog({ samples: 200, tags: 2, base: 1, seed: 1 }).log).slices).toEqual([]);
  });

  test.each([
    [{ falseDiscoveries: 0 }, "falseDiscoveries = 0"],
    [{ confidence: 95 }, "confidence = 95"],
    [{ count: 0 }, "count = 0"],
    [{ bins: 1 }, "bins = 1"],
  ])("refuses %j", (options, message) => {
    const { log } = plantedLog({ samples: 50, tags: 2, seed: 4 });
    expect(() => findSlices(log, options)).toThrow(message);
  });
});

test("Fisher's tail agrees with SciPy's hypergeom.sf", () => {
  const tail = (samples: number, marked: number, drawn: number, hits: number) =>
    Math.exp(logHypergeometricTail({ samples, marked, drawn, hits }));
  expect([
    tail(10, 5, 5, 4),
    tail(1000, 50, 100, 12),
    tail(250_000, 12_500, 2500, 190),
    tail(100, 10, 95, 5),
    tail(60, 30, 20, 20),
  ]).toBeAllClose(
    [0.1031746031746032, 0.0024583389671421316, 1.3215190138551584e-8, 1, 7.16749272507345e-9],
    {
      rtol: 1e-8,
    },
  );
});
