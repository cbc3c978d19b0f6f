import { describe, expect, test } from "vitest";
import {
  areaInterval,
  areaUnderRoc,
  normalQuantile,
  standardErrorOf,
  wilsonInterval,
} from "../../../lib/core/index.js";
import { areaUnderRocOfLog, precisionRecallCurve, rocCurve } from "../../../lib/decomposition/index.js";
import { oneAgainstRest } from "../../../lib/decomposition/metrics/positive-class.js";
import { golden, logOf, makeLog } from "./golden.js";

const cases = [golden.two, golden.five].flatMap((classifier) =>
  classifier.curves.map((curve, k) => [logOf(classifier), k, curve] as const),
);

describe.each(cases)("of log and class %#", (log, positive, expected) => {
  test("rocCurve has scikit-learn's points, thresholds and area", () => {
    const { points, area } = rocCurve(log, { positive });
    expect(points.map((point) => point.falsePositiveRate)).toBeAllClose(expected.roc.fpr);
    expect(points.map((point) => point.truePositiveRate)).toBeAllClose(expected.roc.tpr);
    expect(points.slice(1).map((point) => point.threshold)).toEqual(expected.roc.thresholds);
    expect(points[0]!.threshold).toBe(Number.POSITIVE_INFINITY);
    expect(area.estimate).toBeAllClose(expected.area, { rtol: 1e-12 });
  });

  test("its interval has DeLong's standard error, as confidenceinterval computes it, on the logit's scale", () => {
    const { area } = rocCurve(log, { positive });
    const { scores, positive: is } = oneAgainstRest(log, positive);
    expect(standardErrorOf(areaUnderRoc(scores, is).influence)).toBeAllClose(expected.delongError);
    const logit = (p: number) => Math.log(p / (1 - p));
    const reach = (normalQuantile(0.975) * expected.delongError) / (expected.area * (1 - expected.area));
    expect([logit(area.low), logit(area.high)]).toBeAllClose([
      ...[logit(expected.area) - reach, logit(expected.area) + reach],
    ]);
  });

  test("precisionRecallCurve has scikit-learn's points, thresholds and average precision", () => {
    const { points, area } = precisionRecallCurve(log, { positive });
    const { precision, recall, thresholds } = expected.pr; // from the lowest threshold to the highest
    expect(points.map((point) => point.precision)).toBeAllClose(precision.toReversed());
    expect(points.map((point) => point.recall)).toBeAllClose(recall.toReversed());
    expect(points.slice(1).map((point) => point.threshold)).toEqual(thresholds.toReversed());
    expect(area.estimate).toBeAllClose(expected.averagePrecision, { rtol: 1e-12 });
  });
});

test("precisionRecallCurve's interval is Boyd's: logit(AP) ± z / √(positives · AP · (1 − AP))", () => {
  const { area, positives } = precisionRecallCurve(logOf(golden.two));
  const reach = normalQuantile(0.975) / Math.sqrt(positives * area.estimate * (1 - area.estimate));
  const logit = (p: number) => Math.log(p / (1 - p));
  expect(logit(area.high) - logit(area.estimate)).toBeAllClose(reach);
  expect(logit(area.estimate) - logit(area.low)).toBeAllClose(reach);
});

test("of two classes the second is positive unless another is named, and both have the same area", () => {
  const log = logOf(golden.two);
  expect(rocCurve(log)).toEqual(rocCurve(log, { positive: "b" }));
  expect(rocCurve(log, { positive: "a" }).area.estimate).toBeAllClose(rocCurve(log).area.estimate);
});

test("areaUnderRocOfLog of two classes is the curve's", () => {
  expect(areaUnderRocOfLog(logOf(golden.two))).toEqual(rocCurve(logOf(golden.two)).area);
});

test("areaUnderRocOfLog of more is narrower than its classes' areas: they average out", () => {
  const { low, high } = areaUnderRocOfLog(logOf(golden.five));
  const widths = [0, 1, 2, 3].map((positive) => {
    const { area } = rocCurve(logOf(golden.five), { positive });
    return area.high - area.low;
  });
  expect(high - low).toBeLessThan(Math.max(...widths));
});

describe("at the edges", () => {
  test("equal scores are one point on the diagonal: area 0.5 without doubt", () => {
    const same = makeLog([0, 1, 1, 0], Array(8).fill(0.5));
    const { points, area } = rocCurve(same);
    expect(points.map((point) => [point.falsePositiveRate, point.truePositiveRate])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(area).toEqual({ estimate: 0.5, low: 0.5, high: 0.5 });
    expect(precisionRecallCurve(same).area.estimate).toBe(0.5); // the share of the class
  });

  test("nothing overlaps: area 1, and as wide an interval as Newcombe's method 5", () => {
    const apart = makeLog([0, 0, 1, 1, 1], [0.9, 0.1, 0.8, 0.2, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]);
    const { estimate, low, high } = rocCurve(apart).area;
    expect([estimate, high]).toEqual([1, 1]);
    // (1 − θ)² = z²·θ(1 − θ)·(1 + N·((1 − θ)/(2 − θ) + θ/(1 + θ)))/6 with N = 5/2 − 1
    const spread = 1 + 1.5 * ((1 - low) / (2 - low) + low / (1 + low));
    expect((1 - low) ** 2).toBeAllClose((normalQuantile(0.975) ** 2 * low * (1 - low) * spread) / 6);
    const ap = precisionRecallCurve(apart).area;
    expect([ap.estimate, ap.high]).toEqual([1, 1]);
    expect(ap.low).toBe(wilsonInterval(3, 3).low);
  });

  test("all wrong mirrors all right", () => {
    const area = (order: number[]) => {
      const scores = Float32Array.from(order);
      const positive = Uint8Array.of(0, 0, 1, 1);
      return areaInterval(areaUnderRoc(scores, positive), 2);
    };
    const [right, wrong] = [area([1, 2, 3, 4]), area([3, 4, 1, 2])];
    expect([wrong.estimate, wrong.low]).toEqual([0, 0]);
    expect(wrong.high).toBeAllClose(1 - right.low);
  });

  test("one class only, too many classes and unknown ones are refused, with what to type", () => {
    const one = makeLog([1, 1], [0.5, 0.5, 0.25, 0.75]);
    expect(() => rocCurve(one)).toThrow("rocCurve got 2 samples of b and 0 of the others");
    expect(() => areaUnderRocOfLog(one)).toThrow("are of one class");
    expect(() => precisionRecallCurve(one, { positive: "a" })).toThrow("no samples of a");
    expect(precisionRecallCurve(one).area.estimate).toBe(1);
    expect(() => rocCurve(logOf(golden.five))).toThrow('pass { positive: "a" }');
    expect(() => rocCurve(one, { positive: "cat" })).toThrow("no class of this log");
    expect(() => rocCurve(one, { positive: 2 })).toThrow("no class of this log");
  });
});
