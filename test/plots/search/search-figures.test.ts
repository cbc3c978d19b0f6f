import { describe, expect, test } from "vitest";
import { normal, randomSource } from "../../../lib/core/index.js";
import {
  type DrawnStudy,
  figureToSvg,
  plotContour,
  plotOptimizationHistory,
  plotParallelCoordinates,
  plotSearchRounds,
  plotSensitivity,
  plotSlice,
  plotTrialCurves,
} from "../../../lib/plots/index.js";
import { optimizationHistoryRows } from "../../../lib/plots/search/plot-optimization-history.js";
import { parallelRows } from "../../../lib/plots/search/plot-parallel-coordinates.js";
import { roundRows } from "../../../lib/plots/search/plot-search-rounds.js";
import { sliceRows } from "../../../lib/plots/search/plot-slice.js";
import { trialCurveRows } from "../../../lib/plots/search/plot-trial-curves.js";

const rate = { type: "float", low: 1e-5, high: 1, log: true };
const dropout = { type: "float", low: 0, high: 0.6, log: false };
const optimizer = { type: "choice", choices: ["adam", "sgd"] };

const random = randomSource(1, "figures");
const study: DrawnStudy = {
  direction: "minimize",
  trials: Array.from({ length: 40 }, (_, number) => {
    const near = number < 15 ? 1 : 0.25;
    const u = Math.min(0, Math.max(-5, -2.5 + near * 1.2 * normal(random)));
    const parameters = {
      learningRate: 10 ** u,
      dropout: 0.6 * random(),
      optimizer: random() < 0.7 ? "adam" : "sgd",
    };
    const value =
      0.05 +
      0.03 * (u + 2.5) ** 2 +
      0.1 * (parameters.dropout - 0.25) ** 2 +
      (parameters.optimizer === "adam" ? 0 : 0.03);
    const steps = number % 4 === 3 ? 3 : 8;
    return {
      ...{ number, parameters, distributions: { learningRate: rate, dropout, optimizer } },
      ...(number === 5 ? { state: "failed" } : { state: steps === 3 ? "pruned" : "complete", value }),
      intermediate: Array.from({ length: steps }, (_, i) => ({
        step: i + 1,
        value: value + 0.4 * Math.exp(-i / 2),
      })),
    };
  }),
};
const space = (low: number, high: number) => [
  { name: "learningRate", distribution: { ...rate, low, high } },
  { name: "dropout", distribution: dropout },
  { name: "optimizer", distribution: low > 1e-5 ? { type: "choice", choices: ["adam"] } : optimizer },
];
const sentence = "learningRate narrows from 0.00001 to 1 to 0.0002 to 0.05: by 15 trials.";
const rounds = [
  { round: 0, firstTrial: 0, space: space(1e-5, 1), decisions: [] },
  {
    round: 1,
    firstTrial: 15,
    space: space(2e-4, 0.05),
    decisions: [{ name: "learningRate", action: "narrow", sentence }],
  },
];
const share = (estimate: number, width: number) => ({
  estimate,
  low: Math.max(0, estimate - width),
  high: estimate + width,
});
const shares = {
  trials: 40,
  parameters: [
    { name: "learningRate", firstOrder: share(0.6, 0.1), total: share(0.7, 0.1), verdict: "high" as const },
    { name: "optimizer", firstOrder: share(0.1, 0.05), total: share(0.15, 0.05), verdict: "medium" as const },
    { name: "dropout", firstOrder: share(0.01, 0.03), total: share(0.02, 0.03), verdict: "none" as const },
  ],
};

test.each([
  ["optimization-history", plotOptimizationHistory(study)],
  ["slice", plotSlice(study)],
  ["contour", plotContour(study, "learningRate", "dropout")],
  ["parallel-coordinates", plotParallelCoordinates(study)],
  ["sensitivity", plotSensitivity(shares)],
  ["trial-curves", plotTrialCurves(study)],
  ["search-rounds", plotSearchRounds(study, rounds)],
])("%s is the saved picture", async (name, figure) => {
  await expect(await figureToSvg(figure)).toMatchFileSnapshot(`output/${name}.svg`);
});

const complete = study.trials.filter(({ state }) => state === "complete");
const least = complete.reduce((a, b) => (b.value! < a.value! ? b : a));

describe("rows", () => {
  test("the history holds every complete trial and ends with the best", () => {
    const rows = optimizationHistoryRows(study);
    expect(rows.map(({ trial }) => trial)).toEqual(complete.map(({ number }) => number));
    expect(rows.at(-1)!.best).toBe(least.value);
    expect(optimizationHistoryRows({ ...study, direction: "maximize" }).at(-1)!.best).toBe(
      Math.max(...complete.map(({ value }) => value!)),
    );
  });

  test("a slice lays a logarithmic range out by powers of ten", () => {
    const [row] = sliceRows(study, ["learningRate"]);
    expect(row!.points[0]!.place).toBeCloseTo(Math.log10(complete[0]!.parameters.learningRate as number));
  });

  test("parallel lines are shares of each range, the best trial last", () => {
    const rows = parallelRows(study, ["dropout", "optimizer"]);
    expect(rows.at(-1)!.trial).toBe(least.number);
    expect(rows.at(-1)!.shares[0]).toBeCloseTo((least.parameters.dropout as number) / 0.6);
  });

  test("curves hold what was reported, the best trial last", () => {
    expect(trialCurveRows(study).at(-1)).toMatchObject({ trial: least.number, isBest: true });
  });

  test("rounds hold each range on its axis", () => {
    const row = roundRows(study, rounds).find(({ name, round }) => name === "learningRate" && round === 1)!;
    expect([row.from, row.to, row.action]).toEqual([Math.log10(2e-4), Math.log10(0.05), "narrow"]);
  });
});

describe("readings", () => {
  test("say what the figure shows", () => {
    expect(plotOptimizationHistory(study).reading).toContain(
      `Trial ${least.number} is the best of ${complete.length}`,
    );
    expect(plotSearchRounds(study, rounds).reading).toBe(sentence);
    expect(plotSensitivity(shares).reading).toContain("no evidence for dropout");
    expect(plotTrialCurves(study).reading).toContain("10 of 40 trials were pruned");
  });
});

describe("a study with few, many or odd trials", () => {
  const [first] = study.trials;
  const odd = (parts: Partial<DrawnStudy["trials"][number]>[]): DrawnStudy => ({
    direction: "minimize",
    trials: parts.map((part, number) => ({ ...first!, ...part, number })),
  });
  const readings = (figures: { reading: string }[]) => figures.map(({ reading }) => reading);

  test("of one trial says no more than it knows", () => {
    const one = odd([{ state: "complete", value: 0.5 }]);
    expect(
      readings([plotOptimizationHistory(one), plotParallelCoordinates(one), plotTrialCurves(one)]),
    ).toEqual([
      "Trial 0 is the best of 1, with 0.5.",
      "One trial alone is complete: there is nothing to compare it with.",
      expect.stringMatching(/^Trial 0 is the best, with .* at step 8; none of 1 trials was pruned\.$/),
    ]);
  });

  test("a stopped trial that went on is one curve, and its steps count once", () => {
    const reports = (steps: number) =>
      Array.from({ length: steps }, (_, i) => ({ step: i + 1, value: 1 / (i + 1) }));
    const halved = odd([
      { state: "pruned", intermediate: reports(2) },
      { state: "pruned", intermediate: reports(2) },
      { state: "complete", value: 0.1, intermediate: reports(8), continues: 0 },
    ]);
    expect(trialCurveRows(halved).map(({ trial }) => trial)).toEqual([1, 2]);
    // 10 of 16 steps.
    expect(plotTrialCurves(halved).reading).toContain(
      "1 of 2 trials were pruned, which saved 38 % of the steps",
    );
  });

  test("reports that are no numbers leave axis and reading whole", () => {
    const diverged = odd([{ state: "complete", value: 0.1, intermediate: [{ step: 1, value: Number.NaN }] }]);
    const { reading, layout } = plotTrialCurves(diverged);
    expect(reading).toBe("Trial 0 is the best; none of 1 trials was pruned.");
    expect((layout as { yaxis: { range: number[] } }).yaxis.range.every(Number.isFinite)).toBe(true);
  });

  test("thousands of trials with a hundred reports are drawn as some hundred lines, the best among them", () => {
    const intermediate = Array.from({ length: 100 }, (_, i) => ({ step: i + 1, value: 1 / (i + 1) }));
    const many = odd(
      Array.from({ length: 3000 }, (_, i) => ({
        state: "complete",
        value: i === 7 ? 0 : 1 + i,
        intermediate,
      })),
    );
    const curves = plotTrialCurves(many);
    expect(curves.data).toHaveLength(300);
    expect(curves.reading).toContain("Trial 7 is the best");
    expect(curves.reading).toContain("none of 3000 trials");
    expect(plotParallelCoordinates(many).data).toHaveLength(300);
  });

  test("says what the best have in common only where all of them have it", () => {
    const momentum = { type: "float", low: 0, high: 1, log: false };
    const distributions = { optimizer, dropout, momentum };
    const some = odd(
      [0.1, 0.4, 0.5].map((dropout, i) => ({
        ...{ state: "complete", value: i, distributions },
        parameters: { optimizer: "sgd", dropout, ...(i === 0 ? { momentum: 0.5 } : {}) },
      })),
    );
    expect(plotParallelCoordinates(some).reading).toBe(
      "The 3 best trials agree most on optimizer: all have sgd.",
    );
    expect(plotParallelCoordinates(some, ["dropout"]).reading).toContain("67 % of its range");
  });

  test("two hyperparameters that never meet have no contour, and none at all no lines", () => {
    const apart = odd([
      { state: "complete", value: 1, parameters: { dropout: 0.1 } },
      { state: "complete", value: 1, parameters: { learningRate: 0.1 } },
    ]);
    expect(() => plotContour(apart, "dropout", "learningRate")).toThrow("no complete trial has together");
    expect(() => plotParallelCoordinates(apart, [])).toThrow("no hyperparameter");
    expect(() => plotSlice({ ...study, trials: [] })).toThrow("without a complete trial");
    expect(() => plotContour({ ...study, trials: [] }, "a", "b")).toThrow("without a complete trial");
    expect(() => plotSearchRounds({ ...study, trials: [] }, rounds)).toThrow("without a complete trial");
  });
});

test("a study without a complete trial, and a name that no trial has, are refused", () => {
  expect(() => plotOptimizationHistory({ ...study, trials: [] })).toThrow("without a complete trial");
  expect(() => plotSlice(study, ["rate"])).toThrow("one of learningRate, dropout, optimizer");
});
