import { describe, expect, test } from "vitest";
import type { PredictionLog } from "../../../lib/core/index.js";
import { decomposeError, ladderFromLogs } from "../../../lib/decomposition/index.js";

/** A log of ten samples, the first `errors` of them wrong. */
function makeLog(split: string, errors: number, change: Partial<PredictionLog> = {}): PredictionLog {
  return {
    split,
    ids: Array.from({ length: 10 }, (_, i) => `${split}-${i}`),
    labels: new Int32Array(10),
    classes: ["no", "yes"],
    probabilities: Float32Array.from({ length: 20 }, (_, i) =>
      (i >> 1 < errors ? i : i + 1) % 2 === 1 ? 0.9 : 0.1,
    ),
    tags: {},
    ...change,
  };
}
const logs = [makeLog("test", 5), makeLog("testVal", 4), makeLog("train", 1), makeLog("trainVal", 2)];

describe("ladderFromLogs(logs)", () => {
  test("counts the errors of each split, in whatever order the logs come", () => {
    expect(ladderFromLogs(logs, { irreducible: 0.05 })).toEqual({
      irreducible: 0.05,
      train: { errors: 1, samples: 10 },
      trainVal: { errors: 2, samples: 10 },
      testVal: { errors: 4, samples: 10 },
      test: { errors: 5, samples: 10 },
    });
  });

  test("makes the training error a census where the training set has no more images", () => {
    const { rungs } = decomposeError(ladderFromLogs(logs, { trainSize: 10 }));
    expect([rungs[1]!.low, rungs[1]!.high]).toEqual([0.1, 0.1]);
  });

  test("does without a second validation set", () => {
    const { terms } = decomposeError(ladderFromLogs(logs.filter(({ split }) => split !== "testVal")));
    expect(terms.map(({ name }) => name)).toEqual([
      "irreducible",
      "avoidableBias",
      "variance",
      "validationOverfitting",
    ]);
  });

  test.each(["train", "trainVal", "test"])("names a missing log: %s", (missing) => {
    const given = logs.filter(({ split }) => split !== missing);
    expect(() => ladderFromLogs(given)).toThrow(`no log of the split ${missing}`);
  });

  test("says so where there are no logs at all", () => {
    expect(() => ladderFromLogs([])).toThrow("no logs at all");
  });

  test.each([
    ["two logs of one split", makeLog("test", 2), "two logs of the split test"],
    ["a split of another name", makeLog("holdout", 2), 'a log of the split "holdout"'],
  ])("refuses %s", (_, extra, message) => {
    expect(() => ladderFromLogs([...logs, extra])).toThrow(message);
  });

  test.each([
    [
      "a leak: the same ids in two splits",
      { ids: [..."abcdefghi", "trainVal-3"] },
      "1 of 10 samples of trainVal",
    ],
    ["a repeated id", { ids: [..."abcdefghia"] }, "the same id"],
    ["other classes", { classes: ["yes", "no"] }, "classes of test and of trainVal differ"],
    ["another run", { run: "b" }, "run of test and of trainVal differ: a and b"],
    ["labels outside the classes", { labels: new Int32Array(10).fill(2) }, "has label 2"],
    ["NaN", { probabilities: new Float32Array(20).fill(Number.NaN) }, "column probability_0 is NaN"],
    ["unnormalised rows", { probabilities: new Float32Array(20).fill(0.6) }, "sum to 1.2"],
    [
      "an empty split",
      { ids: [], labels: new Int32Array(), probabilities: new Float32Array() },
      "the log is empty",
    ],
    ["columns of other lengths", { tags: { night: new Float32Array(9) } }, "9 rows of tag_night"],
  ])("refuses %s", (title, change, message) => {
    const others = [makeLog("test", 5, { run: "a" }), makeLog("train", 1)];
    if (title.startsWith("a leak"))
      others.push(makeLog("testVal", 4, { ids: [..."0123456789"].map((i) => `trainVal-${i}`) }));
    expect(() => ladderFromLogs([...others, makeLog("trainVal", 2, change)])).toThrow(message);
  });
});
