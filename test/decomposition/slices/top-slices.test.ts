import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { topSlices } from "../../../lib/decomposition/index.js";
import { plantedLog } from "./planted-log.js";

interface Golden {
  tags: Record<string, number[]>;
  errors: number[];
  losses: number[];
  cases: {
    values: "errors" | "losses";
    alpha: number;
    degree: number;
    minSamples: number;
    slices: { conditions: Record<string, number>; score: number; samples: number; losses: number }[];
  }[];
}

/** What the Python package sliceline finds: fixtures/make_golden.py. */
const golden = JSON.parse(
  readFileSync("test/decomposition/slices/fixtures/sliceline.json", "utf8"),
) as Golden;

const log = {
  ...{ split: "test", classes: ["no", "yes"], labels: new Int32Array(golden.errors.length) },
  ids: golden.errors.map((_, row) => `image ${row}`),
  probabilities: Float32Array.from(golden.errors.flatMap((wrong) => [1 - wrong, wrong])),
  tags: Object.fromEntries(
    Object.entries(golden.tags).map(([name, column]) => [name, Float32Array.from(column)]),
  ),
};

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
const nameOf = (conditions: readonly (readonly [string, number])[]) =>
  conditions
    .map(([tag, value]) => `${tag}=${value}`)
    .sort()
    .join(" ");

describe("topSlices", () => {
  test.each(golden.cases)("finds sliceline's slices of $values, alpha $alpha, degree $degree", (wanted) => {
    const { values, alpha, degree, minSamples } = wanted;
    const losses = values === "losses" ? { losses: Float32Array.from(golden.losses) } : {};
    const found = topSlices(log, { count: 8, alpha, degree, minSamples, ranges: false, ...losses });
    const ours = found.map(({ conditions, ...rest }) => ({
      name: nameOf(conditions.map(({ tag, from }) => [tag, from])),
      ...rest,
    }));
    const theirs = wanted.slices.map(({ conditions, ...rest }) => ({
      name: nameOf(Object.entries(conditions)),
      ...rest,
    }));
    expect(theirs.length).toBeGreaterThan(0);
    expect(ours.map(({ name }) => name).sort()).toEqual(theirs.map(({ name }) => name).sort());
    ours.sort(byName);
    theirs.sort(byName);
    for (const key of ["score", "samples", "losses"] as const)
      expect(ours.map((slice) => slice[key])).toBeAllClose(
        theirs.map((slice) => slice[key]),
        { rtol: 1e-12 },
      );
  });

  test("names ranges where neighbouring values are as bad, and bins of a tag with many values", () => {
    const { log } = plantedLog({
      ...{ samples: 4000, tags: 3, values: 20, seed: 1 },
      plants: [{ 1: [12, 13, 14, 15, 16, 17, 18, 19] }],
    });
    const [worst] = topSlices(log, { degree: 1 });
    expect(worst!.conditions[0]!.text).toBe("t1 ≥ 12");
    expect(worst!.conditions[0]).toMatchObject({ from: 12, to: 19 });
  });

  test("takes a missing tag for a value of its own", () => {
    const { log } = plantedLog({ samples: 600, tags: 2, plants: [{ 0: [3] }], seed: 2 });
    const t0 = log.tags.t0!.map((value) => (value === 3 ? Number.NaN : value));
    const [worst] = topSlices({ ...log, tags: { ...log.tags, t0 } }, { degree: 1 });
    expect(worst!.conditions[0]!.text).toBe("t0 missing");
  });

  test("finds nothing where nothing is wrong", () => {
    const { log } = plantedLog({ samples: 100, tags: 2, base: 0, seed: 3 });
    expect(topSlices(log)).toEqual([]);
  });

  test.each([
    [{ tags: ["t9"] }, 'the tag "t9"'],
    [{ degree: 4 }, "degree = 4"],
    [{ alpha: 0 }, "alpha: 0"],
    [{ count: 0.5 }, "count: 0.5"],
    [{ minSamples: 0 }, "minSamples = 0"],
    [{ losses: Float32Array.of(1) }, "1 losses for 50 samples"],

    [{ minSample: 3 }, '"minSample"'],
  ])("refuses %j", (options, message) => {
    const { log } = plantedLog({ samples: 50, tags: 2, seed: 4 });
    expect(() => topSlices(log, { losses: new Float32Array(50).fill(-1) })).toThrow("the loss -1 in row 0");
    expect(() => topSlices(log, options as object)).toThrow(message);
  });

  test("refuses a log without tags that vary", () => {
    const { log } = plantedLog({ samples: 50, tags: 1, values: 1, seed: 5 });
    expect(() => topSlices(log)).toThrow("without tags that vary");
  });
});
