import {
  comparePaired,
  createStudy,
  float,
  noiseReport,
  random,
  space,
  suggestRepeat,
  type Trial,
  type TrialRecord,
} from "deep-pessimist/search";
import { describe, expect, test } from "vitest";
import { normal, randomSource } from "../../../lib/core/index.js";
import { betterSpreads, shrunk, spreadsOf } from "../../../lib/search/noise/shrink.js";

describe("comparePaired(first, second)", () => {
  test("errs in at most 5 % of sequences, though it is looked at after each of 60 pairs", () => {
    const draw = randomSource(1, "peeking");
    let wrong = 0;
    let wrongByT = 0;
    for (let study = 0; study < 600; study++) {
      const [a, b]: number[][] = [[], []];
      let [ever, everByT] = [false, false];
      for (let i = 0; i < 60; i++) {
        a!.push(normal(draw));
        b!.push(normal(draw));
        const { better, difference, pairs } = comparePaired(a!, b!);
        ever ||= better !== "undecided";
        if (pairs < 3) continue;
        const d = b!.map((value, k) => value - a![k]!);
        const spread = Math.sqrt(
          d.reduce((s, v) => s + (v - difference.estimate) ** 2, 0) / (pairs - 1) / pairs,
        );
        everByT ||= Math.abs(difference.estimate) / spread > 2.8;
      }
      wrong += Number(ever);
      wrongByT += Number(everByT);
    }
    expect(wrong / 600).toBeLessThan(0.05 + 2 * Math.sqrt((0.05 * 0.95) / 600));
    // The usual test, even at a stricter limit, errs far more often when it is looked at each time.
    expect(wrongByT / 600).toBeGreaterThan(0.07);
  });

  test("finds a difference of one standard deviation in some twenty pairs", () => {
    const draw = randomSource(2, "power");
    const needed = Array.from({ length: 101 }, () => {
      const [a, b]: number[][] = [[], []];
      for (;;) {
        a!.push(normal(draw));
        b!.push(normal(draw) + Math.SQRT2);
        if (comparePaired(a!, b!).better === "first") return a!.length;
      }
    }).sort((x, y) => x - y);
    expect(needed[50]).toBeLessThan(20);
  });

  test("its evidence is the Bayes factor of an effect drawn from N(0, 1) with Jeffreys' prior on the spread", () => {
    // By hand for n = 2, differences 1 and 3: t² = (2/1)² = 4, r = 3, ((1 + 4)/(1 + 4/3))^(2/2)/√3.
    expect(comparePaired([0, 0], [1, 3]).evidence).toBeAllClose(5 / (7 / 3) / Math.sqrt(3), { rtol: 1e-12 });
  });

  test("decides where and only where its interval leaves 0 out", () => {
    const draw = randomSource(3, "interval");
    for (let i = 0; i < 200; i++) {
      const a = Array.from({ length: 2 + (i % 12) }, () => normal(draw));
      const b = a.map((value) => value + 0.8 + normal(draw));
      const { better, difference } = comparePaired(a, b);
      expect(better !== "undecided").toBe(difference.low > 0 || difference.high < 0);
    }
  });

  test("refuses values that do not pair", () => {
    expect(() => comparePaired([1], [1, 2])).toThrow("same seeds");
  });
});

test("the winner's shrunk value is what it repeats, where its own value promises too much", () => {
  const draw = randomSource(4, "winners");
  let [promised, expected] = [0, 0];
  const studies = 400;
  for (let i = 0; i < studies; i++) {
    const truths = Array.from({ length: 40 }, () => normal(draw));
    const means = truths.map((truth) => ({ mean: truth + normal(draw), runs: 1 }));
    const best = means.reduce((a, { mean }, k) => (mean < means[a]!.mean ? k : a), 0);
    promised += (means[best]!.mean - truths[best]!) / studies;
    expected += (shrunk(means[best]!, spreadsOf(means, 1)).value - truths[best]!) / studies;
  }
  expect(promised).toBeLessThan(-0.9);
  expect(Math.abs(expected)).toBeLessThan(0.15);
});

test("the spread of configurations run once is told from the better half, whatever the worse ones are", () => {
  const draw = randomSource(8, "better half");
  let square = 0;
  for (let i = 0; i < 200; i++) {
    const values = Array.from({ length: 40 }, () => 2 * normal(draw) + normal(draw));
    const wild = values.map((value) => (value > 1.5 ? 1e6 : value));
    expect(betterSpreads(wild, 1)).toEqual(betterSpreads(values, 1));
    square += betterSpreads(values, 1).between ** 2 / 200;
  }
  expect(square).toBeAllClose(4, { rtol: 0.15 });
});

/** A study of configurations with these true values, repeated as `suggestRepeat` asks. */
function repeatedStudy(truths: readonly number[], draw: () => number, direction: "minimize" | "maximize") {
  const common = {
    distributions: {},
    intermediate: [],
    attempt: 1,
    attributes: {},
    state: "complete" as const,
  };
  const trials: TrialRecord[] = [];
  const run = (x: number, seed: number) =>
    trials.push({
      ...{ ...common, number: trials.length, parameters: { x }, seed, value: truths[x]! + normal(draw) },
    });
  for (const x of truths.keys()) run(x, 1000 + x);
  const study = { trials, direction, seed: 1 };
  for (let next = suggestRepeat(study); next !== undefined; next = suggestRepeat(study))
    run(next.parameters.x as number, next.seed);
  return study;
}

for (const [name, truth] of [
  ["are equal", () => 0],
  ["differ as much as chance", (draw: () => number) => normal(draw)],
  ["differ a lot, some by far", (draw: () => number) => Math.exp(2 * normal(draw))],
] as const)
  test(`where configurations ${name}, the winner repeats what its interval says`, () => {
    const draw = randomSource(9, name);
    let [held, studies] = [0, 120];
    for (let i = 0; i < studies; i++) {
      const sign = i % 2 === 0 ? 1 : -1;
      const truths = Array.from({ length: 30 }, () => sign * truth(draw));
      const study = repeatedStudy(truths, draw, sign > 0 ? "minimize" : "maximize");
      const { parameters, expected } = noiseReport(study).configurations[0]!;
      const value = truths[parameters.x as number]!;
      held += Number(expected.low <= value && value <= expected.high);
    }
    // 95 %, and of 120 that stopped when they chose not much below 90.
    expect(held / studies).toBeGreaterThan(0.88);
  });

describe("a noisy study", () => {
  const make = () =>
    createStudy({ name: "noisy", space: space({ x: float(0, 1) }), sampler: random(), seed: 5 });
  const objective =
    (slope: number) =>
    ({ parameters: { x }, seed }: { parameters: { x: number }; seed: number }) =>
      slope * x + 0.1 * normal(randomSource(seed, "noise"));
  const settle = async (slope: number) => {
    const study = await make();
    await study.optimize(objective(slope), { trials: 12 });
    for (let next = suggestRepeat(study); next !== undefined; next = suggestRepeat(study)) {
      study.enqueue(next.parameters as { x: number }, { seed: next.seed });
      await study.optimize(objective(slope), { trials: study.trials.length });
    }
    return study;
  };

  test("gets fewer repeats where configurations differ than where they are equal", async () => {
    const [steep, flat] = [await settle(10), await settle(0)];
    expect(steep.trials.length).toBeLessThan(flat.trials.length);
    expect(flat.trials.length).toBeLessThanOrEqual(12 + 5 * 10);
  });

  test("names those that are tied, and what chance is worth", async () => {
    const flat = noiseReport(await settle(0));
    expect(flat.noise).toBeAllClose(0.1, { rtol: 0.4 });
    expect(flat.tied).toBeGreaterThanOrEqual(5);
    expect(flat.sentence).toMatch(/configurations are tied/);
    const shown = (flat as unknown as Record<symbol, () => Record<string, string>>)[
      Symbol.for("Jupyter.display")
    ]!();
    expect(shown["text/plain"]).toContain(flat.sentence);
    const steep = noiseReport(await settle(10));
    expect(steep.tied).toBeLessThan(3);
  });

  test("does not tie one that is far worse with the winner, whatever is known of the others", () => {
    const common = { distributions: {}, intermediate: [], attempt: 1, attributes: {} };
    const values = [0.115, 0.12, 0.121, 0.119, 0.122, 0.3, 0.118, 0.117, 0.125, 0.105, 0.117];
    const trials = values.map((value, number): TrialRecord => {
      const parameters = { x: number < 8 ? number : 0 };
      return { ...common, state: "complete", number, seed: number, parameters, value };
    });
    const { configurations, tied } = noiseReport({ trials, direction: "minimize" });
    expect(tied).toBe(7);
    const { isTied, expected } = configurations.at(-1)!;
    expect(isTied).toBe(false);
    expect(expected.low).toBeGreaterThan(0.13);
  });

  for (const [how, ends] of [
    ["fail", () => Number.NaN],
    ["are pruned", () => undefined],
  ] as const)
    test(`whose repeats ${how} is not repeated for ever`, async () => {
      const pruner = { name: "all", shouldPrune: () => true };
      const study = await createStudy({
        ...{ name: "noisy", space: space({ x: float(0, 1) }), sampler: random(), seed: 5, pruner },
      });
      const run = async (trial: Trial<{ x: number }>) => {
        if (trial.number < 12) return trial.parameters.x;
        await trial.report(1, 1);
        if (how === "are pruned") await trial.shouldPrune();
        return ends();
      };
      await study.optimize(run, { trials: 12 });
      for (let next = suggestRepeat(study); next !== undefined; next = suggestRepeat(study)) {
        study.enqueue(next.parameters as { x: number }, { seed: next.seed });
        await study.optimize(run, { trials: study.trials.length });
      }
      expect(study.trials.length).toBeLessThanOrEqual(12 + 5 * 10);
    });

  test("may be asked for several repeats at once, to be run side by side", async () => {
    const study = await make();
    await study.optimize(objective(1), { trials: 12 });
    for (let next = suggestRepeat(study); next !== undefined; next = suggestRepeat(study))
      study.enqueue(next.parameters as { x: number }, { seed: next.seed });
    expect(study.trials.filter(({ state }) => state === "waiting")).toHaveLength(10);
    await study.optimize(objective(1), { trials: 22, workers: 4 });
    expect(suggestRepeat(study)).toBeDefined();
  });

  test("that was never repeated is told to be", async () => {
    const study = await make();
    await study.optimize(objective(1), { trials: 4 });
    expect(() => noiseReport(study)).toThrow("suggestRepeat");
  });
});
