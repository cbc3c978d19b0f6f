import { describe, expect, test } from "vitest";
import { normal, normalProbability, type PredictionLog, randomSource } from "../../../lib/core/index.js";
import { decomposeErrorOverSeeds } from "../../../lib/decomposition/index.js";

const rates = { train: 0.05, trainVal: 0.1, testVal: 0.1, test: 0.11 };

/** Logs of several runs: each image has a difficulty of its own, and each run a skill. */
function makeRuns(
  draw: number,
  { seeds = 4, samples = 400, skill = 0.1, difficulty = 1 } = {},
): PredictionLog[] {
  return Object.entries(rates).flatMap(([split, rate]) => {
    const hard = randomSource(draw, split);
    const images = Array.from({ length: samples }, () => difficulty * normal(hard));
    return Array.from({ length: seeds }, (_, seed): PredictionLog => {
      const random = randomSource(draw, split, seed);
      const run = skill * normal(randomSource(draw, "skill", seed));
      const threshold = cut(rate, skill, difficulty);
      const wrong = images.map((image) => normal(random) + image + run < threshold);
      return {
        ...{ split, seed, labels: new Int32Array(samples), classes: ["no", "yes"], tags: {} },
        ids: images.map((_, i) => `${split}-${i}`),
        probabilities: Float32Array.from(wrong.flatMap((is) => (is ? [0.2, 0.8] : [0.8, 0.2]))),
      };
    });
  });
}

/** Below it, a sum of the three normals lies in this share of the cases. */
function cut(rate: number, skill: number, difficulty: number): number {
  let [low, high] = [-10, 10];
  const spread = Math.sqrt(1 + skill ** 2 + difficulty ** 2);
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (normalProbability(middle / spread) < rate) low = middle;
    else high = middle;
  }
  return low;
}

describe("decomposeErrorOverSeeds(logs)", () => {
  test("the terms add up to the mean test error, and the covariances to its variance", () => {
    const result = decomposeErrorOverSeeds(makeRuns(1), { irreducible: 0.02 });
    const sum = result.terms.reduce((total, { estimate }) => total + estimate, 0);
    expect(Math.abs(sum - result.rungs.at(-1)!.estimate)).toBeLessThan(1e-12);
    const variance = result.covariance.flat().reduce((total, each) => total + each, 0);
    expect(variance).toBeAllClose(result.splits.at(-1)!.standardError ** 2, { rtol: 1e-9 });
    expect(result.seeds).toBe(4);
    expect(result.reading).toMatch(
      /over 4 runs.* of its variance is from the runs, the rest from the samples/,
    );
  });

  test("intervals hold the recipe's own terms in about 95 of 100 cases, and those of pooled predictions do not (120 draws)", () => {
    let [held, pooled] = [0, 0];
    for (let draw = 0; draw < 120; draw++) {
      const { terms, rungs, splits } = decomposeErrorOverSeeds(
        makeRuns(draw, { seeds: 3, samples: 200, skill: 0.2, difficulty: 2 }),
      );
      const [variance, test] = [terms[2]!, rungs.at(-1)!.estimate];
      if (variance.low <= 0.05 && variance.high >= 0.05) held++;
      if (Math.abs(test - rates.test) <= 1.96 * splits.at(-1)!.wrong.pooled) pooled++;
    }
    expect(held).toBeGreaterThanOrEqual(0.9 * 120);
    expect(pooled).toBeLessThan(0.85 * 120);
  });

  test("a training error of all images has no part of the images in it", () => {
    const options = { samples: 400 };
    const sample = decomposeErrorOverSeeds(makeRuns(5, options));
    const census = decomposeErrorOverSeeds(makeRuns(5, options), { trainSize: 400 });
    expect(census.splits[0]!.standardError).toBeAllClose(census.splits[0]!.wrong.seedsAlone, { rtol: 1e-12 });
    expect(census.splits[0]!.standardError).toBeLessThan(sample.splits[0]!.standardError);
  });

  test("runs that agree on every image leave the images' part alone, about Wilson's interval of one run", () => {
    const [one] = [makeRuns(2, { seeds: 1 })];
    const same = one!.flatMap((log) => [0, 1, 2].map((seed) => ({ ...log, seed })));
    const { rungs } = decomposeErrorOverSeeds(same);
    const { estimate, low, high, samples } = rungs.at(-1)!;
    const binomial = Math.sqrt((estimate * (1 - estimate)) / samples!);
    expect((high - low) / 2).toBeAllClose(1.96 * binomial, { rtol: 0.02 });
  });

  test("no errors at all still leave room, but for a census", () => {
    const right = makeRuns(3).map((log) => ({
      ...log,
      probabilities: Float32Array.from(log.probabilities, (_, i) => 1 - (i % 2)),
    }));
    const { rungs, reading } = decomposeErrorOverSeeds(right, { trainSize: 400 });
    expect([rungs[1]!.high, rungs[4]!.low]).toEqual([0, 0]);
    expect(rungs[4]!.high).toBeGreaterThan(0.005);
    expect(reading).toContain("Nothing to reduce");
  });

  test("what few runs cannot decide says how many would", () => {
    const { dominant, moreSeeds, reading } = decomposeErrorOverSeeds(
      makeRuns(8, { seeds: 2, samples: 2000, skill: 0.6, difficulty: 0.2 }),
      { irreducible: 0.04 },
    );
    expect(dominant).toBe("undecided");
    if (moreSeeds === undefined) expect(reading).toContain("more samples would");
    else expect(reading).toContain(`About ${moreSeeds} more runs would settle it.`);
  });
});

describe("decomposeErrorOverSeeds refuses", () => {
  const runs = makeRuns(1, { seeds: 2, samples: 20 });

  test("a single run, and logs that do not say which run they are of", () => {
    expect(() => decomposeErrorOverSeeds(runs.filter(({ seed }) => seed === 0))).toThrow("a single run");
    const bare = runs.map(({ seed: _, ...log }) => log);
    expect(() => decomposeErrorOverSeeds(bare)).toThrow("does not say which run");
  });

  test("a split that one run lacks", () => {
    expect(() => decomposeErrorOverSeeds(runs.filter((_, i) => i !== 5))).toThrow(
      "the same splits of every run",
    );
  });

  test("images that the runs do not share", () => {
    const other = runs.map((log, i) => (i === 7 ? { ...log, ids: log.ids.map((id) => `${id}x`) } : log));
    expect(() => decomposeErrorOverSeeds(other)).toThrow("has no partner in test of seed 1");
  });
});
