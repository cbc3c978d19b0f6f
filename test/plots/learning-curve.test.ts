import { afterEach, describe, expect, test, vi } from "vitest";
import { figureToSvg, liveLearningCurve, plotLearningCurve } from "../../lib/plots/index.js";
import { learningCurveRows } from "../../lib/plots/learning-curve/learning-curve-rows.js";
import { spreadLabels } from "../../lib/plots/learning-curve/spread-labels.js";
import { makeHistory } from "../support/histories.js";

const overfit = makeHistory({ train: [0.3, 0.2, 0.1, 0.05, 0.02], trainVal: [0.32, 0.25, 0.2, 0.24, 0.27] });
const reading = (errors: Parameters<typeof makeHistory>[0]) => plotLearningCurve(makeHistory(errors)).reading;

test("learningCurveRows(history, metric) has a row for each epoch of each split that was scored", () => {
  const rows = learningCurveRows(makeHistory({ train: [0.5, 0.25], testVal: [0.75, 0.5] }), "loss");
  expect(rows).toEqual([
    { epoch: 1, split: "train", value: 2 },
    { epoch: 2, split: "train", value: 1 },
    { epoch: 1, split: "testVal", value: 3 },
    { epoch: 2, split: "testVal", value: 2 },
  ]);
});

describe("plotLearningCurve(history)", () => {
  test("is the saved picture", async () => {
    await expect(await figureToSvg(plotLearningCurve(overfit))).toMatchFileSnapshot(
      "output/learning-curve.svg",
    );
  });

  test("tells the splits apart by colour, by dash and by marker", () => {
    const { data } = plotLearningCurve(makeHistory({ train: [0.1], trainVal: [0.2], testVal: [0.3] }));
    const styles = data.map(
      (trace) => trace as unknown as { line: { color: string; dash: string }; marker: { symbol: string } },
    );
    for (const key of [
      styles.map((s) => s.line.color),
      styles.map((s) => s.line.dash),
      styles.map((s) => s.marker.symbol),
    ])
      expect(new Set(key).size).toBe(3);
  });

  test("reads overfitting: validation turned while train falls", () => {
    expect(plotLearningCurve(overfit).reading).toBe(
      "After 5 epochs the error is 2.0 % on train and 27.0 % on trainVal; trainVal was lowest, 20.0 %, after epoch 3 and has risen since, while train still falls: overfitting.",
    );
  });

  test.each([
    ["one epoch", { train: [0.25] }, "After 1 epoch the error is 25.0 % on train."],
    ["still falling", { train: [0.5, 0.4, 0.3, 0.2] }, "train still falls: more epochs may help."],
    ["flat", { train: [0.5, 0.2, 0.2, 0.2] }, "train has stopped falling."],
    [
      "rising",
      { train: [0.5, 0.2, 0.3, 0.4] },
      "train was lower, 20.0 %, after epoch 2: the learning rate may be too high.",
    ],
    ["diverged", { train: [0.5, Number.NaN, Number.NaN] }, "training diverged in epoch 2."],
    ["nothing yet", { train: [] }, "No epoch has ended yet."],
  ])("reads %s", (_, errors, expected) => {
    expect(reading(errors)).toContain(expected);
  });

  test("refuses a misspelt option", () => {
    expect(() => plotLearningCurve(overfit, { metrik: "loss" } as object)).toThrow('write "metric"');
  });
});

describe("liveLearningCurve()", () => {
  const hook = Symbol.for("deep-pessimist.display");
  const registry = globalThis as unknown as Record<symbol, unknown>;
  afterEach(() => {
    delete registry[hook];
    vi.restoreAllMocks();
  });

  test("redraws picture and reading of a notebook in place, each curve its own", async () => {
    const shown: { displayId: string; update: boolean; data: Record<string, unknown> }[] = [];
    registry[hook] = (bundle: (typeof shown)[0]) => shown.push(bundle);
    const [first, second] = [liveLearningCurve(), liveLearningCurve({ metric: "loss" })];
    await first(makeHistory({ train: [0.5] }));
    await first(makeHistory({ train: [0.5, 0.4] }));
    await second(makeHistory({ train: [0.5] }));
    expect(shown.map(({ update }) => update)).toEqual([false, false, true, true, false, false]);
    const ids = shown.map(({ displayId }) => displayId);
    expect(ids.slice(2, 4)).toEqual(ids.slice(0, 2));
    expect(new Set(ids).size).toBe(4);
    expect(shown[3]!.data["text/plain"]).toContain("After 2 epochs the error is 40.0 % on train");
  });

  test("prints one line an epoch in a terminal", async () => {
    const printed = vi.spyOn(console, "log").mockImplementation(() => {});
    await liveLearningCurve()(makeHistory({ train: [0.5], trainVal: [0.625] }));
    expect(printed.mock.calls).toEqual([
      [
        "epoch   1  |  train loss 2.00, error 50.0 %  |  trainVal loss 2.50, error 62.5 %  |  1,235 samples/s",
      ],
    ]);
  });
});

test("spreadLabels(places, gap) moves labels apart by no more than it takes, around their middle", () => {
  expect(spreadLabels([0.5, 0.1, 0.52], 0.1)).toBeAllClose([0.46, 0.1, 0.56]);
  expect(spreadLabels([0, 1, 2], 1)).toEqual([0, 1, 2]);
  expect(spreadLabels([3, 3, 3], 1)).toEqual([2, 3, 4]);
});
