import { describe, expect, test } from "vitest";
import { integerBelow, type PredictionLog, randomSource } from "../../../lib/core/index.js";
import {
  checkPredictionLogs,
  decomposeError,
  decomposeErrorOverSeeds,
  ladderFromLogs,
} from "../../../lib/decomposition/index.js";

/** A log of random probabilities, right about as often as `skill` says. */
function makeLog(split: string, samples: number, skill: number, classes = 3, seed = 1): PredictionLog {
  const random = randomSource(seed, split);
  const labels = Int32Array.from({ length: samples }, () => integerBelow(classes, random));
  const rows = [...labels].flatMap((label) => {
    const weights = Array.from(
      { length: classes },
      (_, k) => random() + (k === label && random() < skill ? 1 : 0),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  });
  return {
    ...{ split, labels, tags: {}, seed },
    ids: Array.from({ length: samples }, (_, i) => `${split}-${i}`),
    classes: Array.from({ length: classes }, (_, k) => `c${k}`),
    probabilities: Float32Array.from(rows),
  };
}
const good = ["train", "trainVal", "test"].map((split) => makeLog(split, 150, 0.9));
const codes = (logs: PredictionLog[]) =>
  checkPredictionLogs(logs).map(({ code, severity, where }) => [code, severity, where]);

describe("checkPredictionLogs(logs)", () => {
  test("has nothing to say of good logs, certain answers included", () => {
    const certain = good.map((log) => ({
      ...log,
      probabilities: Float32Array.from({ length: 450 }, (_, i) =>
        Number(i % 3 === log.labels[Math.floor(i / 3)]),
      ),
    }));
    expect(codes(good)).toEqual([]);
    expect(codes(certain)).toEqual([]);
  });

  test("one class only is a finding, not an error: the sum still adds up", () => {
    const one = { ...good[2]!, labels: new Int32Array(150).fill(1) };
    expect(codes([one])).toEqual([["class-imbalance", "error", "test"]]);
    expect(decomposeError(ladderFromLogs([good[0]!, good[1]!, one])).terms).toHaveLength(4);
  });

  test("a class that a split lacks is named", () => {
    const lacks = { ...good[2]!, labels: good[2]!.labels.map((label) => Math.min(label, 1)) };
    const titles = checkPredictionLogs([lacks]).map(({ title }) => title);
    expect(titles).toContain("test has no sample of c2");
  });

  test("a model that is no better than the commonest class, for sure or perhaps", () => {
    const swapped = { ...good[1]!, labels: good[1]!.labels.map((label) => (label + 1) % 3) };
    expect(codes([swapped])).toEqual([["not-better-than-baseline", "error", "trainVal"]]);
  });

  test("few images are noted, last", () => {
    const few = makeLog("test", 40, 0.9);
    expect(codes([{ ...few, labels: few.labels.map(() => 0) }]).map(([code]) => code)).toEqual([
      "class-imbalance",
      "too-little-data",
    ]);
  });

  test("the same images under other ids in two splits", () => {
    const copied = { ...good[0]!, split: "test", ids: good[2]!.ids };
    const [finding] = checkPredictionLogs([good[0]!, copied]);
    expect([finding!.code, finding!.where]).toEqual(["duplicate-leak", "train, test"]);
    expect(finding!.evidence).toMatch(/^150 rows are alike to the last digit, "train-0" and "test-0"/);
  });

  test("refuses a faulty log", () => {
    expect(() => checkPredictionLogs([{ ...good[0]!, labels: new Int32Array(150).fill(7) }])).toThrow(
      "has label 7",
    );
  });
});

test("random logs always add up, of one run and of several (150 ladders)", () => {
  const random = randomSource(4);
  for (let draw = 0; draw < 150; draw++) {
    const classes = 2 + integerBelow(4, random);
    const splits = draw % 2 === 0 ? ["train", "trainVal", "testVal", "test"] : ["train", "trainVal", "test"];
    const sizes = splits.map(() => 2 + integerBelow(40, random));
    const skill = random();
    const irreducible = random() < 0.5 ? 0 : random() / 5;
    const run = (seed: number) =>
      splits.map((split, i) => ({
        ...makeLog(split, sizes[i]!, skill, classes, seed),
        labels: makeLog(split, sizes[i]!, skill, classes, 0).labels,
      }));
    const one = decomposeError(ladderFromLogs(run(1), { irreducible }));
    const several = decomposeErrorOverSeeds([...run(1), ...run(2)], { irreducible });
    for (const { terms, rungs } of [one, several]) {
      const sum = terms.reduce((total, { estimate }) => total + estimate, 0);
      expect(Math.abs(sum - rungs.at(-1)!.estimate)).toBeLessThan(1e-12);
      expect(
        terms.every(
          ({ estimate, low, high, band }) =>
            low <= estimate + 1e-12 &&
            estimate <= high + 1e-12 &&
            band.low <= low + 1e-12 &&
            high <= band.high + 1e-12,
        ),
      ).toBe(true);
    }
  }
});
