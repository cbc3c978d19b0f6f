import { describe, expect, test } from "vitest";
import type { Calibration, ConfusionMatrix, PrecisionRecallCurve, RocCurve } from "../../lib/core/index.js";
import {
  calibration,
  confusionMatrix,
  precisionRecallCurve,
  rocCurve,
} from "../../lib/decomposition/index.js";
import {
  figureToSvg,
  plotConfusionMatrix,
  plotPrecisionRecallCurve,
  plotReliability,
  plotRocCurve,
} from "../../lib/plots/index.js";
import { golden, logOf } from "../decomposition/metrics/golden.js";

const two = { ...logOf(golden.two), classes: ["no person", "person"] };
const five = { ...logOf(golden.five), classes: ["car", "tree", "lamp post", "traffic light", "bush"] };

test.each([
  ["roc-curve", plotRocCurve(rocCurve(two))],
  ["precision-recall-curve", plotPrecisionRecallCurve(precisionRecallCurve(two))],
  ["reliability", plotReliability(calibration(two, { bins: 10 }))],
  ["confusion-matrix", plotConfusionMatrix(confusionMatrix(five))],
])("%s is the saved picture", async (name, figure) => {
  await expect(await figureToSvg(figure)).toMatchFileSnapshot(`output/${name}.svg`);
});

const area = { estimate: 0.9, low: 0.85, high: 0.94 };
const roc: RocCurve = {
  positive: "person",
  points: [
    { threshold: Number.POSITIVE_INFINITY, falsePositiveRate: 0, truePositiveRate: 0 },
    { threshold: 0.9, falsePositiveRate: 0, truePositiveRate: 0.5 },
    { threshold: 0.5, falsePositiveRate: 0.05, truePositiveRate: 0.75 },
    { threshold: 0.1, falsePositiveRate: 1, truePositiveRate: 1 },
  ],
  area,
  ...{ positives: 20, negatives: 20, confidence: 0.95 },
};

describe("plotRocCurve(curve)", () => {
  test("reads the area, and what one false alarm in twenty buys", () => {
    expect(plotRocCurve(roc).reading).toBe(
      "person: the area is 0.900 (0.850 to 0.940); with 5.0 % of the others taken for it, 75.0 % are found.",
    );
  });

  test.each([
    [{ estimate: 0.52, low: 0.45, high: 0.59 }, "which chance explains."],
    [{ estimate: 0.3, low: 0.25, high: 0.36 }, "worse than chance: are the classes mixed up?"],
  ])("reads an area of %o", (area, words) => {
    expect(plotRocCurve({ ...roc, area }).reading).toContain(words);
  });

  test("draws the points in percent, on the diagonal of guessing", () => {
    const [guessing, line] = plotRocCurve(roc).data;
    expect([guessing!.x, guessing!.y]).toEqual([
      [0, 100],
      [0, 100],
    ]);
    expect([line!.x, line!.y]).toEqual([
      [0, 0, 5, 100],
      [0, 50, 75, 100],
    ]);
  });

  test("keeps the ends of a curve of very many points, and at most a thousand of them", () => {
    const points = Array.from({ length: 20_001 }, (_, i) => ({
      ...{
        threshold: 1 - i / 20_000,
        falsePositiveRate: i / 20_000,
        truePositiveRate: Math.sqrt(i / 20_000),
      },
    }));
    const { x } = plotRocCurve({ ...roc, points }).data[1] as unknown as { x: number[] };
    expect([x[0], x.at(-1), x.length < 1000]).toEqual([0, 100, true]);
  });

  test("compares several by name, in words and in characters", () => {
    const worse = { ...roc, area: { estimate: 0.8, low: 0.7, high: 0.87 } };
    const { reading, drawing } = plotRocCurve({ LeNet: roc, "ResNet-18": worse });
    expect(reading).toContain("LeNet, for person: the area is 0.900");
    expect(drawing!.split("\n").map((line) => line.slice(0, 11))).toEqual(["LeNet      ", "ResNet-18  "]);
  });

  test("refuses none, and more than can be told apart", () => {
    expect(() => plotRocCurve({})).toThrow("got 0 curves");
    const many = Object.fromEntries([..."abcdefg"].map((name) => [name, roc]));
    expect(() => plotRocCurve(many)).toThrow("a few at a time");
  });
});

describe("plotPrecisionRecallCurve(curve)", () => {
  const curve: PrecisionRecallCurve = {
    positive: "person",
    points: [
      { threshold: Number.POSITIVE_INFINITY, recall: 0, precision: 1 },
      { threshold: 0.9, recall: 0.5, precision: 0.8 },
      { threshold: 0.5, recall: 0.9, precision: 0.6 },
      { threshold: 0.1, recall: 1, precision: 0.25 },
    ],
    area,
    ...{ positives: 10, negatives: 30, confidence: 0.95 },
  };

  test("reads the average precision beside guessing, and what finding nine in ten costs", () => {
    expect(plotPrecisionRecallCurve(curve).reading).toBe(
      "person: the average precision is 0.900 (0.850 to 0.940), where guessing has 0.250; finding 90.0 % of them, 60.0 % of the findings are right.",
    );
    expect(plotPrecisionRecallCurve(curve).data[0]!.y).toEqual([25, 25]);
  });

  test("says so where guessing does as well", () => {
    const area = { estimate: 0.26, low: 0.2, high: 0.35 };
    expect(plotPrecisionRecallCurve({ ...curve, area }).reading).toContain("no better than guessing, 0.250.");
  });
});

describe("plotReliability(calibration)", () => {
  const frequency = (estimate: number) => ({ estimate, low: estimate - 0.1, high: estimate + 0.1 });
  const overconfident: Calibration = {
    rows: [
      { from: 0.6, to: 0.7, samples: 100, probability: 0.65, frequency: frequency(0.5) },
      { from: 0.8, to: 0.9, samples: 300, probability: 0.85, frequency: frequency(0.7) },
    ],
    error: { estimate: 0.15, low: 0.1, high: 0.2 },
    byChance: { mean: 0.03, high: 0.06 },
    ...{ samples: 400, confidence: 0.95 },
  };

  test("reads which way the model errs, weighted by samples", () => {
    expect(plotReliability(overconfident).reading).toBe(
      "The calibration error is 15.0 points (10.0 to 20.0), above the 6.0 that chance explains: the model is overconfident, for it says 80.0 % on average and is right in 65.0 %.",
    );
  });

  test("does not blame a model for what chance does", () => {
    const error = { estimate: 0.05, low: 0, high: 0.07 };
    expect(plotReliability({ ...overconfident, error }).reading).toBe(
      "The calibration error is 5.0 points, which chance explains: a model that can be taken at its word shows 3.0 on average, and up to 6.0, on 400 samples.",
    );
  });

  test("of a named class speaks of that class", () => {
    expect(plotReliability({ ...overconfident, positive: "person" }).reading).toContain(
      "person is said with 80.0 % on average and comes true in 65.0 %.",
    );
  });

  test("draws each bin at what was said and came true, and its share of the samples", () => {
    const [, points, bars] = plotReliability(overconfident).data;
    expect([points!.x, points!.y, bars!.y]).toEqual([
      [65, 85],
      [50, 70],
      [25, 75],
    ]);
  });
});

describe("plotConfusionMatrix(matrix)", () => {
  const matrix: ConfusionMatrix = {
    classes: ["cat", "dog", "owl"],
    counts: Int32Array.of(8, 2, 0, 3, 1, 0, 0, 0, 0),
  };

  test("reads how many are right, and the commonest error", () => {
    expect(plotConfusionMatrix(matrix).reading).toBe(
      "9 of 14 are right (64.3 %); the commonest error is dog taken for cat, 3 times, 75.0 % of those labelled dog.",
    );
    const perfect = { classes: ["cat", "dog"], counts: Int32Array.of(5, 0, 0, 5) };
    expect(plotConfusionMatrix(perfect).reading).toBe("All 10 are right.");
  });

  test("draws the counts in characters", () => {
    expect(plotConfusionMatrix(matrix).drawing!.split("\n")).toEqual([
      "label \\ predicted  cat  dog  owl",
      "cat                  8    2    0",
      "dog                  3    1    0",
      "owl                  0    0    0",
    ]);
  });

  test("colours a cell by its share of the label's samples, and leaves empty ones blank", () => {
    const { shapes } = plotConfusionMatrix(matrix).layout as { shapes: { fillcolor?: string; x0: number }[] };
    expect(shapes.slice(1).map(({ fillcolor }) => fillcolor)).toEqual([
      "#338ec1", // 255 + 0.8 · (0 − 255), 255 + 0.8 · (114 − 255), 255 + 0.8 · (178 − 255)
      "#cce3f0",
      "#4095c5",
      "#bfdcec",
    ]);
  });

  test("writes no numbers into the cells of very many classes", () => {
    const classes = Array.from({ length: 20 }, (_, k) => `class ${k}`);
    const { layout } = plotConfusionMatrix({ classes, counts: new Int32Array(400).fill(1) });
    expect(layout.annotations).toHaveLength(2);
  });
});
