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
import { uncovered } from "../../../lib/plots/search/drawn-study.js";
import { fittedText, wrappedName } from "../../../lib/plots/search/fitted-text.js";
import { contourRows } from "../../../lib/plots/search/plot-contour.js";
import { optimizationHistoryRows } from "../../../lib/plots/search/plot-optimization-history.js";
import { parallelRows } from "../../../lib/plots/search/plot-parallel-coordinates.js";
import { roundRows } from "../../../lib/plots/search/plot-search-rounds.js";
import { sliceRows } from "../../../lib/plots/search/plot-slice.js";
import { trialCurveRows } from "../../../lib/plots/search/plot-trial-curves.js";
import { valueScale } from "../../../lib/plots/search/value-axis.js";

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

  test("a history says what became of the others", () => {
    const states = ["pruned", "failed", "pruned", "complete", "complete"];
    const trials = states.map((state, number) => ({ ...study.trials[0]!, number, state, value: number }));
    expect(plotOptimizationHistory({ ...study, trials }).reading).toBe(
      "Trial 3 is the best of 2 complete ones, with 3; 1 since was no better; 2 were pruned; 1 failed.",
    );
  });

  test("a slice lays a logarithmic range out by powers of ten", () => {
    const [row] = sliceRows(study, ["learningRate"]);
    expect(row!.points.at(-1)).toMatchObject({
      trial: least.number,
      parameter: least.parameters.learningRate,
    });
    expect(row!.points.at(-1)!.place).toBeCloseTo(Math.log10(least.parameters.learningRate as number));
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
      "Trial 0 alone is complete, with 0.5.",
      "One trial alone is complete: there is nothing to compare it with.",
      expect.stringMatching(/^Trial 0 is the best, with [\d.]* at step 8\.$/),
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
    expect(reading).toBe("Trial 0 is the best.");
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
      [0.1, 0.4, 0.5, 0.6].map((dropout, i) => ({
        ...{ state: "complete", value: i, distributions },
        parameters: { optimizer: "sgd", dropout, ...(i === 0 ? { momentum: 0.5 } : {}) },
      })),
    );
    expect(plotParallelCoordinates(some).reading).toBe(
      "The 3 best trials agree most on optimizer: all have sgd.",
    );
    expect(plotParallelCoordinates(some, ["dropout"]).reading).toContain("67 % of its range");
  });

  test("choices are told apart, not ranged, and a few trials are not called the best", () => {
    const three = odd(
      ["adam", "sgd", "adam"].map((optimizer, value) => ({
        ...{ state: "complete", value, parameters: { ...first!.parameters, optimizer } },
      })),
    );
    expect(plotSlice(three, ["optimizer"]).reading).toBe("All 3 trials lie at optimizer adam or sgd.");
    expect(plotParallelCoordinates(three).reading).toMatch(/^3 trials are too few/);
  });

  test("what diverged stands at the edge of the picture, and does not squeeze the others", () => {
    const values = [0.1, 0.12, 0.2, 0.3, 1e6, 2e6];
    const diverged = odd(values.map((value) => ({ state: "complete", value })));
    for (const figure of [plotOptimizationHistory(diverged), plotSlice(diverged, ["dropout"])]) {
      const { yaxis, annotations } = figure.layout as {
        yaxis: { range: number[] };
        annotations: { text: string }[];
      };
      expect(yaxis.range[1]).toBeLessThan(0.4);
      expect(annotations[1]!.text).toContain("2 far worse are triangles at the edge");
      const drawn = figure.data.flatMap(({ y }) => y as number[]);
      expect(Math.max(...drawn)).toBe(yaxis.range[1]);
    }
    const cut = contourRows(diverged, "dropout", "learningRate").values.flat();
    expect(Math.max(...cut.map((value) => value ?? 0))).toBeLessThan(0.4);
    expect(valueScale(values).beyond).toBe(2);
    expect(
      valueScale(
        values.map((v) => -v),
        "maximize",
      ).beyond,
    ).toBe(2);
    // A search that goes on falling has no leap in it.
    expect(valueScale([1e-9, 1e-8, 1e-6, 1e-5, 1e-3, 0.1, 10]).beyond).toBe(0);
    expect(valueScale([1, 1, 1, 5]).beyond).toBe(0);
  });

  test("a contour knows nothing where no trial is near, nor of one choice by another", () => {
    const one = odd([{ state: "complete", value: 1, parameters: { dropout: 0.06, optimizer: "adam" } }]);
    const { values } = contourRows(one, "dropout", "optimizer");
    expect([values[0]![4], values[0]![40], values[40]![4]]).toEqual([1, undefined, undefined]);
  });

  test("points that cover each other are drawn once, the last of them", () => {
    const crowd = Array.from({ length: 1000 }, (_, i) => ({ i, x: 0.5 + i / 1e6 }));
    expect(uncovered(crowd, ({ x }) => [x, x], [100, 100])).toEqual([crowd.at(-1)]);
  });

  test("a dropped number is a mark, and each choice that is left a bar", () => {
    const left = (choices: unknown[]) => ({ type: "choice", choices });
    const dropped = [
      { name: "dropout", distribution: left([0.3]) },
      { name: "optimizer", distribution: left(["sgd", "adam"]) },
    ];
    const rows = roundRows(study, [{ round: 0, firstTrial: 0, space: dropped, decisions: [] }]);
    expect(rows.map(({ from, to }) => [from, to].map((at) => Number(at.toFixed(3))))).toEqual([
      [0.294, 0.306],
      [0.6, 1.4],
      [-0.4, 0.4],
    ]);
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

test("long names are broken between their words, and cut where that is not enough", () => {
  expect(wrappedName("learningRate", 100, 12)).toBe("learningRate");
  expect(wrappedName("labelSmoothingProbability", 110, 12)).toBe("labelSmoothing<br>Probability");
  expect(wrappedName("encoderLearningRateWarmUpFraction", 80, 12)).toMatch(/^encoder<br>Learning\w*…$/);
  expect(fittedText("adamw with cosine decay", 60, 12)).toMatch(/^adam\w*…$/);
});
