import { describe, expect, test } from "vitest";
import { wilsonInterval } from "../../../lib/core/index.js";
import {
  brierScore,
  classificationMetrics,
  classScores,
  confusionMatrix,
  logLoss,
  metricRows,
} from "../../../lib/decomposition/index.js";
import { golden, logOf, makeLog } from "./golden.js";

describe.each([
  ["two classes", golden.two],
  ["five classes, one without samples and one that is never predicted", golden.five],
])("classificationMetrics(log) of %s", (_, expected) => {
  const log = logOf(expected);
  const metrics = classificationMetrics(log, { resamples: 2000 });

  test("has scikit-learn's confusion matrix", () => {
    expect([...metrics.confusion.counts]).toEqual(expected.confusion);
  });

  test("has scikit-learn's numbers", () => {
    const { accuracy, balancedAccuracy, macro, logLoss, brierScore, calibrationError, areaUnderRoc } =
      metrics;
    expect([accuracy, balancedAccuracy, logLoss, brierScore].map(({ estimate }) => estimate)).toBeAllClose([
      ...[expected.accuracy, expected.balancedAccuracy, expected.logLoss, expected.brier],
    ]);
    expect([macro.precision, macro.recall, macro.f1].map(({ estimate }) => estimate)).toBeAllClose(
      expected.macro,
    );
    expect(metrics.accuracy.estimate).toBeAllClose(expected.micro[2]!);
    expect(metrics.error.estimate).toBeAllClose(1 - expected.accuracy);
    expect(calibrationError.estimate).toBeAllClose(expected.calibrationError);
    expect(areaUnderRoc!.estimate).toBeAllClose(expected.macroArea);
  });

  test("has scikit-learn's precision, recall and F1 of each class", () => {
    const column = (name: "precision" | "recall" | "f1") =>
      metrics.classes.map((each) => each[name].estimate);
    expect(column("precision")).toBeAllClose(expected.precision);
    expect(column("recall")).toBeAllClose(expected.recall);
    expect(column("f1")).toBeAllClose(expected.f1);
  });

  test("has the intervals of confidenceinterval (Wilson) and of SciPy's percentile bootstrap, within its noise", () => {
    const { accuracy, macro, logLoss, brierScore } = metrics;
    expect([accuracy.low, accuracy.high]).toBeAllClose(expected.accuracyInterval);
    expect([macro.f1.low, macro.f1.high]).toBeAllClose(expected.macroF1Interval, { rtol: 0.02 });
    expect([logLoss.low, logLoss.high]).toBeAllClose(expected.logLossInterval, { rtol: 0.02 });
    expect([brierScore.low, brierScore.high]).toBeAllClose(expected.brierInterval, { rtol: 0.025 });
  });

  test("has every interval hold its estimate, and stay where the metric lives", () => {
    for (const { metric, estimate, low, high } of metricRows(metrics)) {
      expect([metric, low <= estimate && estimate <= high]).toEqual([metric, true]);
      if (metric !== "log loss") expect([metric, low >= 0 && high <= 1]).toEqual([metric, true]);
    }
  });
});

test("metricRows(metrics) has all metrics, first of all samples, then of each class", () => {
  const rows = metricRows(classificationMetrics(logOf(golden.two), { resamples: 2 }));
  expect(rows.map((row) => [row.class, row.metric].join(" ").trim())).toEqual([
    ...["error", "accuracy", "balanced accuracy", "macro precision", "macro recall", "macro F1"],
    ...["area under ROC", "log loss", "Brier score", "calibration error"],
    ...["a precision", "a recall", "a F1", "b precision", "b recall", "b F1"],
  ]);
});

test("the same seed gives the same intervals, another seed others", () => {
  const log = logOf(golden.two);
  const options = { resamples: 50 };
  expect(logLoss(log, options)).toEqual(logLoss(log, options));
  expect(logLoss(log, { ...options, seed: 1 }).low).not.toBe(logLoss(log, options).low);
});

test("a wider confidence gives a wider interval", () => {
  const log = logOf(golden.two);
  const [narrow, wide] = [0.8, 0.99].map((confidence) => brierScore(log, { confidence, resamples: 200 }));
  expect(wide!.high - wide!.low).toBeGreaterThan(narrow!.high - narrow!.low);
});

describe("at the edges", () => {
  const sure = makeLog([0, 1, 1], [1, 0, 0, 1, 0, 1]);

  test("a perfect log has accuracy 1 and room below it", () => {
    const { accuracy, macro, areaUnderRoc, logLoss, calibrationError } = classificationMetrics(sure);
    expect([accuracy.estimate, accuracy.high, macro.f1.estimate, areaUnderRoc!.high]).toEqual([1, 1, 1, 1]);
    expect(accuracy.low).toBe(wilsonInterval(3, 3).low);
    expect(areaUnderRoc!.low).toBeLessThan(0.8);
    expect([logLoss.estimate, calibrationError.estimate]).toEqual([0, 0]);
  });

  test("a probability of 0 for what came true costs −ln 1e-7, not infinity", () => {
    expect(logLoss(makeLog([0], [0, 1])).estimate).toBeAllClose(7 * Math.log(10));
  });

  test("nothing is known of a class that occurs nowhere", () => {
    const [, , never] = classScores(confusionMatrix(makeLog([0, 1], [1, 0, 0, 0, 1, 0])));
    const unknown = { estimate: 0, low: 0, high: 1 };
    expect(never).toMatchObject({
      samples: 0,
      predicted: 0,
      precision: unknown,
      recall: unknown,
      f1: unknown,
    });
  });

  test("a log of one class has no area under the ROC curve, and all else", () => {
    const { areaUnderRoc, balancedAccuracy } = classificationMetrics(makeLog([1, 1], [0.5, 0.5, 0.25, 0.75]));
    expect(areaUnderRoc).toBeUndefined();
    expect(balancedAccuracy.estimate).toBe(0.5); // of equal probabilities the first class counts
  });

  test("a faulty log is refused with row and column, and a misspelt option by name", () => {
    expect(() => logLoss(makeLog([0, 1], [1, 0, Number.NaN, 1]))).toThrow("column probability_0 is NaN");
    // @ts-expect-error
    expect(() => classificationMetrics(sure, { confidense: 0.9 })).toThrow('write "confidence"');
    expect(() => logLoss(sure, { resamples: 0 })).toThrow("two resamples or more");
  });
});
