import { describe, expect, test } from "vitest";
import { randomSource } from "../../../lib/core/index.js";
import {
  fitPowerLaw,
  forecastLearningCurve,
  type LearningCurvePoint,
} from "../../../lib/decomposition/index.js";

const law = (trainSize: number) => 0.02 + 1.5 * trainSize ** -0.4;

/** Errors counted on 5,000 images, at six sizes; Box and Muller's normal is near enough to the binomial. */
function drawPoints(seed: number): LearningCurvePoint[] {
  const random = randomSource(seed, "points");
  return [250, 500, 1000, 2000, 4000, 8000].map((trainSize) => {
    const rate = law(trainSize);
    let errors = 0;
    for (let i = 0; i < 5000; i++) errors += Number(random() < rate);
    return { trainSize, errors, samples: 5000 };
  });
}

describe("forecastLearningCurve(points)", () => {
  test("finds a planted law from exact points", () => {
    const points = [250, 1000, 4000, 16_000].map((trainSize) => ({
      trainSize,
      error: law(trainSize),
      weight: 1,
    }));
    const { floor, scale, exponent } = fitPowerLaw(points);
    expect([floor, scale, exponent]).toBeAllClose([0.02, 1.5, 0.4], { rtol: 1e-4 });
  });

  test("its intervals hold floor, exponent and the error at twice the samples in about 95 of 100 cases (60 draws)", () => {
    const held = [0, 0, 0];
    for (let seed = 0; seed < 60; seed++) {
      const { floorInterval, exponentInterval, rows } = forecastLearningCurve(drawPoints(seed), {
        at: [16_000],
        resamples: 150,
      });
      const truth = [0.02, 0.4, law(16_000)];
      for (const [k, { low, high }] of [floorInterval, exponentInterval, rows[0]!].entries())
        if (low <= truth[k]! && truth[k]! <= high) held[k]!++;
    }
    for (const count of held) expect(count).toBeGreaterThanOrEqual(0.88 * 60);
  });

  test("says how many samples a target takes, and how sure that is", () => {
    const { target, reading } = forecastLearningCurve(drawPoints(1), { target: 0.05 });
    // 0.03 = 1.5 · n^(−0.4), so n = 50^2.5
    expect(target!.trainSize.low).toBeLessThan(50 ** 2.5);
    expect(target!.trainSize.high).toBeGreaterThan(50 ** 2.5);
    expect(reading).toMatch(
      /^Twice the samples take away \d+ % of the error above the floor.* takes about [\d,]+ samples/,
    );
  });

  test("a target below the floor is never reached", () => {
    const flat = [500, 1000, 2000, 4000].map((trainSize) => ({ trainSize, errors: 5000, samples: 50_000 }));
    const { target, reading } = forecastLearningCurve(flat, { target: 0.001 });
    expect(target!.trainSize.estimate).toBe(Number.POSITIVE_INFINITY);
    expect(target!.reachable).toBeLessThan(0.5);
    expect(reading).toMatch(/below the floor|No number of samples/);
  });

  test("runs that scatter more than chance widen the intervals", () => {
    const calm = drawPoints(2);
    const wild = calm.map((point, i) => ({
      ...point,
      errors: Math.round(point.errors * (i % 2 === 0 ? 1.2 : 0.85)),
    }));
    const width = (points: LearningCurvePoint[]) => {
      const { high, low } = forecastLearningCurve(points).rows.at(-1)!;
      return high - low;
    };
    expect(forecastLearningCurve(wild).scatter).toBeGreaterThan(5);
    expect(width(wild)).toBeGreaterThan(1.5 * width(calm));
  });

  test("repeats itself, with 13 rows up to ten times the largest size", () => {
    const [first, second] = [forecastLearningCurve(drawPoints(3)), forecastLearningCurve(drawPoints(3))];
    expect(first).toEqual(second);
    expect([first.rows.length, first.rows[0]!.trainSize, first.rows.at(-1)!.trainSize]).toEqual([
      13, 250, 80_000,
    ]);
    for (const { low, high, estimate } of first.rows) expect(low <= estimate && estimate <= high).toBe(true);
  });

  test.each([
    [[{ trainSize: 10, errors: 1, samples: 10 }], "points of 1 training-set size"],
    [[{ trainSize: 10, errors: 11, samples: 10 }], "point 0: 11 errors in 10 samples"],
    [[{ trainSize: 0, errors: 1, samples: 10 }], "after training on 0"],
  ])("refuses %j", (points, message) => {
    expect(() => forecastLearningCurve(points)).toThrow(message);
  });
});
