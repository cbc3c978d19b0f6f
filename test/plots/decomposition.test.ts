import { describe, expect, test } from "vitest";
import { decomposeError, forecastLearningCurve } from "../../lib/decomposition/index.js";
import { ladderOverTimeRows } from "../../lib/plots/decomposition/ladder-over-time-rows.js";
import { sliceTreeRows } from "../../lib/plots/decomposition/slice-tree-rows.js";
import {
  figureToSvg,
  plotBiasVariance,
  plotErrorByTrainSize,
  plotLadderOverTime,
  plotSlices,
} from "../../lib/plots/index.js";

const of = (percents: readonly number[], samples: number) => {
  const [train, trainVal, testVal, test] = percents.map((p) => ({
    errors: Math.round((p * samples) / 100),
    samples,
  }));
  return decomposeError({
    irreducible: 0.01,
    train: train!,
    trainVal: trainVal!,
    testVal: testVal!,
    test: test!,
  });
};
/** The lecture's running example, with a shift that night images take away. */
const stages = {
  baseline: of([20, 27, 30, 31], 2000),
  "more layers": of([6, 22, 26, 26], 2000),
  "night images": of([6.4, 21, 21.4, 24], 2000),
};

const slice = (texts: readonly string[], samples: number, errors: number) => ({
  conditions: texts.map((text) => ({ text })),
  ...{ samples, errors },
  error: { estimate: errors / samples, low: errors / samples - 0.03, high: errors / samples + 0.03 },
  recoverable: { estimate: 0.02, low: 0.01, high: 0.03 },
});
const slices = {
  slices: [
    slice(["night ≥ 3"], 800, 200),
    slice(["distance ≤ 9"], 400, 60),
    slice(["reflections = 1", "night ≥ 3"], 120, 60),
  ],
  ...{ samples: 5000, errors: 420, confidence: 0.95, reading: "Night costs 3.2 points." },
};

const sized = (trainSize: number, estimate: number, width: number) => ({
  ...{ trainSize, estimate, low: estimate - width, high: estimate + width },
});
const counted = (trainSize: number, errors: number) => ({ trainSize, errors, samples: 2000 });
const curve = {
  points: [counted(2000, 200), counted(500, 320), counted(1000, 260)],
  rows: [sized(500, 0.16, 0.01), sized(2000, 0.1, 0.008), sized(16_000, 0.05, 0.02)],
  floorInterval: { estimate: 0.03, low: 0.01, high: 0.045 },
  confidence: 0.95,
};

/** What 24 networks on scenes of known Bayes error came to (bench/results/decomposition.md). */
const twofold = [
  { part: "irreducible", ladder: 0.1, true: 0.1 },
  { part: "bias", ladder: 0.024, true: 0.149 },
  { part: "variance", ladder: 0.235, true: 0.11 },
  { part: "sum", ladder: 0.359, true: 0.359 },
] as const;

test.each([
  ["bias-variance", plotBiasVariance(twofold)],
  ["ladder-over-time", plotLadderOverTime(stages)],
  ["slices", plotSlices(slices)],
  ["error-by-train-size", plotErrorByTrainSize(curve)],
])("%s is the saved picture", async (name, figure) => {
  await expect(await figureToSvg(figure)).toMatchFileSnapshot(`output/${name}.svg`);
});

describe("ladderOverTimeRows(stages)", () => {
  const rows = ladderOverTimeRows(stages);
  const moves = (i: number) => Object.fromEntries(rows[i]!.cells.map(({ name, move }) => [name, move]));

  test("tell what moved beyond chance since the stage before", () => {
    expect(moves(0)).toMatchObject({ avoidableBias: "first", test: "first" });
    // 20 % to 6 % and 7 to 16 points of 2,000 images are far outside of chance; 3 to 4 points of shift are not.
    expect(moves(1)).toMatchObject({
      avoidableBias: "fell",
      variance: "rose",
      distributionShift: "stayed",
      test: "fell",
    });
    // 3.6 points less shift are 1.9 standard errors.
    expect(moves(2)).toMatchObject({ avoidableBias: "stayed", distributionShift: "stayed" });
  });

  test("call every change of exact rates a change, and rounding none", () => {
    const exact = (train: number) =>
      decomposeError({ irreducible: 0.1, train, trainVal: train + 0.1, test: 0.5 });
    const cells = ladderOverTimeRows({ a: exact(0.2), b: exact(0.1 + 0.1), c: exact(0.21) }).map(
      (row) => row.cells[0]!.move,
    );
    expect(cells).toEqual(["first", "stayed", "rose"]);
  });
});

describe("plotLadderOverTime(stages)", () => {
  test("reads which change took most, from which term, and what rose", () => {
    expect(plotLadderOverTime(stages).reading).toBe(
      "Test error went from 31.0 to 24.0 % in 2 changes; most with more layers, 5.0 points: avoidable bias 19.0 to 5.0; what rose most is variance, by 9.0 points with more layers.",
    );
  });

  test("is a table in a terminal", () => {
    const lines = plotLadderOverTime(stages).drawing!.split("\n");
    expect(lines[2]).toMatch(/^more layers +5\.0 ↓ +16\.0 ↑ +4\.0 +0\.0 +26\.0 ↓$/);
  });

  test("refuses a single stage, and stages of different terms", () => {
    expect(() => plotLadderOverTime({ baseline: stages.baseline })).toThrow(/got 1 stages/);
    const without = decomposeError({ irreducible: 0, train: 0.1, trainVal: 0.2, test: 0.3 });
    expect(() => plotLadderOverTime({ a: stages.baseline, b: without })).toThrow(/"b" has other terms/);
  });
});

describe("plotSlices(report)", () => {
  test("hangs each slice on the one that holds most of its conditions", () => {
    const rows = sliceTreeRows(slices, { estimate: 0.084, low: 0.077, high: 0.092, samples: 5000 });
    expect(rows.map(({ label, depth, parent }) => [label, depth, parent])).toEqual([
      ["all samples", 0, -1],
      ["night ≥ 3", 1, 0],
      ["reflections = 1", 2, 1],
      ["distance ≤ 9", 1, 0],
    ]);
  });

  test("draws a report without slices as its root alone", async () => {
    const none = plotSlices({ ...slices, slices: [] });
    expect(none.drawing).toBe("all samples    8.4 % (7.7 to 9.2) of 5,000");
    expect(await figureToSvg(none)).toContain("all samples");
  });
});

describe("plotErrorByTrainSize(curve)", () => {
  test("reads what the largest size promises, and the floor", () => {
    expect(plotErrorByTrainSize(curve).reading).toBe(
      "With 2,000 training samples the error is 10.0 %; with 16,000 it would be 5.0 % (3.0 to 7.0); more data alone would not get below 3.0 % (1.0 to 4.5).",
    );
    const wide = { ...curve, rows: [sized(16_000, 0.08, 0.02)] };
    expect(plotErrorByTrainSize(wide).reading).toContain("which may be no gain at all");
  });

  test("takes what forecastLearningCurve gives", () => {
    const at = (trainSize: number) => ({
      trainSize,
      errors: Math.round(1e4 * (0.02 + 2 * trainSize ** -0.5)),
      samples: 1e4,
    });
    const { reading, data } = plotErrorByTrainSize(
      forecastLearningCurve([500, 1000, 2000, 4000, 8000].map(at), { resamples: 20 }),
    );
    // 0.02 + 2 / √80,000 is 2.7 %.
    expect(reading).toMatch(/with 80,000 it would be 2\.[5-9] %/);
    expect(data).toHaveLength(3);
  });

  test("refuses one size, and no error, which a logarithm has no place for", () => {
    expect(() => plotErrorByTrainSize({ ...curve, points: [counted(500, 9)] })).toThrow(/1 sizes/);
    expect(() => plotErrorByTrainSize({ ...curve, points: [counted(500, 9), counted(900, 0)] })).toThrow(
      /0 errors in 2000/,
    );
  });
});

describe("plotBiasVariance", () => {
  test("says how much of the ladder's variance is bias that training has memorised", () => {
    expect(plotBiasVariance(twofold).reading).toBe(
      "The ladder says 2.4 of bias and 23.5 of variance, theory 14.9 and 11.0: 12.5 points of what looks like variance are bias that training has memorised away.",
    );
  });

  test("says where both agree, and where the ladder's bias holds variance", () => {
    const withVariance = (ladder: number) =>
      twofold.map((row) =>
        row.part === "variance"
          ? { ...row, ladder }
          : row.part === "bias"
            ? { ...row, ladder: 0.259 - ladder }
            : row,
      );
    expect(plotBiasVariance(withVariance(0.12)).reading).toContain("here they agree");
    expect(plotBiasVariance(withVariance(0.05)).reading).toContain(
      "6.0 points of what looks like bias are variance",
    );
  });

  test("refuses rows that are no reconciliation", () => {
    expect(() => plotBiasVariance(twofold.slice(0, 3))).toThrow('without "sum"');
  });
});
