import { describe, expect, test } from "vitest";
import { contrastInterval, newcombeInterval, wilsonInterval } from "../../../lib/core/index.js";

/** Six printed digits: half a unit of the last one. */
const printed = { rtol: 0, atol: 0.5000001e-6 };

describe("wilsonInterval(errors, samples)", () => {
  // statsmodels 0.15.0, proportion_confint(method="wilson")
  test.each([
    [0, 50, 0, 0.071348],
    [0, 1000, 0, 0.003827],
    [1, 1000, 0.000177, 0.005643],
    [5, 100, 0.021544, 0.11175],
    [10, 1000, 0.005441, 0.018309],
    [200, 1000, 0.176377, 0.225919],
    [270, 1000, 0.243402, 0.298358],
    [1029, 10_000, 0.097097, 0.109008],
  ])("%i of %i is %d to %d, as statsmodels has it", (errors, samples, low, high) => {
    const interval = wilsonInterval(errors, samples);
    expect([interval.low, interval.high]).toBeAllClose([low, high], printed);
    expect(interval.estimate).toBe(errors / samples);
  });

  test("solves the score equation (rate − p)² = z²·p(1 − p)/n at both ends", () => {
    const z = 1.6448536269514722;
    const { estimate, low, high } = wilsonInterval(7, 60, { confidence: 0.9 });
    for (const p of [low, high]) expect((estimate - p) ** 2).toBeAllClose((z * z * p * (1 - p)) / 60);
  });

  test("mirrors: all wrong is none wrong seen from the other side, and both ends are exact", () => {
    const { estimate, low, high } = wilsonInterval(50, 50);
    expect([estimate, high]).toEqual([1, 1]);
    expect(low).toBeAllClose(1 - wilsonInterval(0, 50).high, { rtol: 1e-12 });
    expect(wilsonInterval(0, 7).low).toBe(0);
  });

  test.each([
    [3, 2],
    [-1, 10],
    [0, 0],
    [Number.NaN, 10],
    [0, Number.POSITIVE_INFINITY],
  ])("refuses %d errors in %d samples", (errors, samples) => {
    expect(() => wilsonInterval(errors, samples)).toThrow("0 ≤ errors ≤ samples");
  });
});

describe("newcombeInterval(first, second)", () => {
  // statsmodels 0.15.0, confint_proportions_2indep(method="newcomb"); five printed digits
  test.each([
    [200, 1000, 270, 1000, 0.03286, 0.10691],
    [270, 1000, 280, 1000, -0.02912, 0.04908],
    [290, 1000, 320, 1000, -0.01035, 0.07022],
    [320, 1000, 340, 1000, -0.02119, 0.0611],
    [56, 70, 48, 80, -0.33387, -0.05243],
  ])("from %i/%i to %i/%i as statsmodels has it", (a, n1, b, n2, low, high) => {
    const interval = newcombeInterval({ errors: a, samples: n1 }, { errors: b, samples: n2 });
    expect([interval.low, interval.high]).toBeAllClose([low, high], { rtol: 0, atol: 0.5000001e-5 });
    expect(interval.estimate).toBeAllClose(b / n2 - a / n1);
  });

  test("of nothing wrong twice holds 0 and stays inside −1…1", () => {
    const { low, high } = newcombeInterval({ errors: 0, samples: 10 }, { errors: 0, samples: 20 });
    expect(low).toBeAllClose(-wilsonInterval(0, 10).high);
    expect(high).toBeAllClose(wilsonInterval(0, 20).high);
  });

  test("from all wrong to none wrong is −1, with room upwards alone", () => {
    const { estimate, low, high } = newcombeInterval({ errors: 5, samples: 5 }, { errors: 0, samples: 5 });
    expect([estimate, low]).toEqual([-1, -1]);
    expect(high).toBeGreaterThan(-1);
  });
});

test("contrastInterval of one exact number and one interval is that interval, moved", () => {
  const wilson = wilsonInterval(270, 1000);
  const goal = { weight: -1, estimate: 0.2, low: 0.2, high: 0.2 };
  const { low, high } = contrastInterval([{ weight: 1, ...wilson }, goal]);
  expect([low, high]).toBeAllClose([wilson.low - 0.2, wilson.high - 0.2], { rtol: 1e-12 });
});
