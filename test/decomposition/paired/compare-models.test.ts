import { describe, expect, test } from "vitest";
import type { PredictionLog } from "../../../lib/core/index.js";
import { compareModels, comparePairs, pairsNeeded } from "../../../lib/decomposition/index.js";

const ids = [..."abcdefghij"];

/** A log of ten samples of class 0, those of these letters wrong. */
function makeLog(wrong: string, change: Partial<PredictionLog> = {}): PredictionLog {
  return {
    split: "test",
    ids,
    labels: new Int32Array(10),
    classes: ["no", "yes"],
    probabilities: Float32Array.from(ids.flatMap((id) => (wrong.includes(id) ? [0.2, 0.8] : [0.8, 0.2]))),
    tags: {},
    ...change,
  };
}

/** The same log, last row first. */
const reversed = (log: PredictionLog): PredictionLog => ({
  ...log,
  ids: [...log.ids].reverse(),
  probabilities: Float32Array.from(
    ids.flatMap((_, i) => [...log.probabilities.slice(18 - 2 * i, 20 - 2 * i)]),
  ),
});

describe("comparePairs(counts)", () => {
  // 30 models' released predictions (B. Recht et al., CIFAR-10.1), with statsmodels; five printed digits
  test.each([
    [260, 147, 394, 9199, [0.0202, 0.0293], [0.02023, 0.02932], [0.01851, 0.03093]],
    [148, 60, 152, 1661, [0.03158, 0.05973], [0.03174, 0.05987], [0.02512, 0.06596]],
  ])("wrn_28_10 against resnet_basic_110: %i, %i, %i, %i", (a, b, c, d, newcombe, tango, unpaired) => {
    const result = comparePairs({ bothWrong: a, firstWrong: b, secondWrong: c, bothRight: d });
    const ends = [result.difference, result.tango, result.unpaired].flatMap(({ low, high }) => [low, high]);
    expect(ends).toBeAllClose([...newcombe, ...tango, ...unpaired], { rtol: 0, atol: 0.5000001e-5 });
    expect(result.better).toBe("first");
  });

  test("forgetting the pairs widens these two intervals by more than a third", () => {
    const first = comparePairs({ bothWrong: 260, firstWrong: 147, secondWrong: 394, bothRight: 9199 });
    const second = comparePairs({ bothWrong: 148, firstWrong: 60, secondWrong: 152, bothRight: 1661 });
    expect([first.widening, second.widening]).toBeAllClose([0.365, 0.451], { rtol: 0.01 });
    expect(first.reading).toBe(
      "The first errs less, by 2.5 points (95 % interval 2.0 to 2.9): 4.1 % against 6.5 % errors; 147 of 10,000 samples only the first gets wrong, 394 only the second (mid-p 3.2e-27). Taken for different samples, the interval would be 37 % wider, 1.9 to 3.1.",
    );
  });

  test("what cannot be decided says how many samples would", () => {
    const { better, samplesNeeded, reading } = comparePairs({
      bothWrong: 40,
      firstWrong: 5,
      secondWrong: 15,
      bothRight: 940,
    });
    expect(better).toBe("first");
    expect(samplesNeeded).toBeUndefined();
    const closer = comparePairs({ bothWrong: 40, firstWrong: 8, secondWrong: 12, bothRight: 940 });
    expect(closer.better).toBe("undecided");
    expect(closer.samplesNeeded).toBe(pairsNeeded(0.02, 0.004));
    expect(closer.reading).toMatch(/^Undecided: 4.8 % against 5.2 % errors; .* samples would show such/);
    expect(reading).not.toContain("would show");
  });

  test("two models that are equal on every sample are undecided, with nothing to ask for", () => {
    const result = comparePairs({ bothWrong: 3, firstWrong: 0, secondWrong: 0, bothRight: 97 });
    expect([result.better, result.test.midP]).toEqual(["undecided", 1]);
    expect(result).not.toHaveProperty("samplesNeeded");
  });
});

describe("compareModels(first, second)", () => {
  test("pairs by id, in whatever order the rows come", () => {
    const expected = { bothWrong: 1, firstWrong: 1, secondWrong: 2, bothRight: 6 };
    expect(compareModels(makeLog("ab"), makeLog("bcd")).counts).toEqual(expected);
    expect(compareModels(makeLog("ab"), reversed(makeLog("bcd"))).counts).toEqual(expected);
  });

  test("calls the models by their runs", () => {
    const result = compareModels(makeLog("abcdefgh", { run: "narrow" }), makeLog("", { run: "wide" }));
    expect(result.reading).toMatch(/^Wide errs less, by 80.0 points .* only narrow gets wrong, 0 only wide/);
  });

  test.each([
    [
      "a sample that only the first has",
      { ids: [..."xbcdefghij"] },
      'row 0 of the first (id "a") has no partner',
    ],
    ["another label", { labels: new Int32Array(10).fill(1) }, 'id "a") has label 0, but 1 in the second'],
    ["other classes", { classes: ["yes", "no"] }, "classes of the first and of the second differ"],
    ["a repeated id", { ids: [..."aacdefghij"] }, 'rows 0 and 1 have the same id "a"'],
  ])("refuses %s", (_, change, message) => {
    expect(() => compareModels(makeLog("a"), makeLog("b", change))).toThrow(message);
  });

  test("refuses a sample that only the second has", () => {
    const [first, second] = [makeLog("a"), makeLog("b")];
    const short = {
      ...first,
      ids: ids.slice(0, 9),
      labels: new Int32Array(9),
      probabilities: first.probabilities.slice(0, 18),
    };
    expect(() => compareModels(short, second)).toThrow('row 9 of the second (id "j") has no partner');
  });
});

test("pairsNeeded: 1, 0.5 and 0.2 points where models differ on 2 % of the samples", () => {
  expect([0.01, 0.005, 0.002].map((difference) => pairsNeeded(0.02, difference))).toEqual([
    1562, 6271, 39_237,
  ]);
  expect(pairsNeeded(0.02, 0)).toBe(Number.POSITIVE_INFINITY);
});
