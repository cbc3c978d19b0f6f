import { describe, expect, test } from "vitest";
import { bayesError, makeMoons, makeSpirals, makeXor } from "../../../lib/data/index.js";
import { calibrationGap } from "../calibration.js";

const makers = { makeMoons, makeSpirals, makeXor };

describe.each(Object.entries(makers))("%s(samples)", (name, make) => {
  test("gives points of the plane in two classes of equal size, the extra one to class 0", () => {
    const data = make(101);
    expect(data.batch([0, 100]).shape).toEqual([2, 2]);
    expect(data.labels.filter((label) => label === 1).length).toBe(50);
  });

  test("gives the same points for the same seed, others for another, and a longer set begins with the shorter", () => {
    const rows = (samples: number, seed: number) => Array.from(make(samples, { seed }).batch([0, 1, 2, 9]).x);
    expect(rows(10, 3)).toEqual(rows(50, 3));
    expect(rows(10, 3)).not.toEqual(rows(10, 4));
  });

  test("draws labels as often as the posterior says, also where one class is rare", () => {
    const noise = name === "makeXor" ? 0.7 : 0.3;
    for (const classShare of [0.5, 0.2]) {
      const data = make(6000, { noise, classShare });
      expect(bayesError(data)).toBeGreaterThan(0.03); // otherwise there is nothing to be seen
      expect(calibrationGap(data)).toBeLessThan(4);
    }
  });

  test("has no doubt without noise", () => {
    const data = make(200, { noise: 0 });
    expect(bayesError(data)).toBe(0);
    expect(Array.from(data.tags.bayesPosterior!)).toEqual(Array.from(data.labels));
  });

  test.each<[string, () => unknown, string]>([
    ["no samples", () => make(0), "samples is 0."],
    ["half a sample", () => make(2.5), "samples is 2.5."],
    ["negative noise", () => make(5, { noise: -1 }), "noise is -1."],
    ["infinite noise", () => make(5, { noise: Infinity }), "noise is Infinity."],
    ["a share above 1", () => make(5, { classShare: 50 }), "pass 0.5."],
    ["a seed that is no number", () => make(5, { seed: Number.NaN }), "seed is NaN."],
    ["a misspelt option", () => make(5, { nosie: 1 } as never), 'write "noise" instead of "nosie".'],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});

test("makeMoons(samples, { noise: 0 }) lies on half circles around (0, 0) and (1, 0.5)", () => {
  const { x } = makeMoons(50, { noise: 0 }).batch(Array.from({ length: 50 }, (_, i) => i));
  for (let i = 0; i < 50; i++) {
    const [px, py] = [x[2 * i]!, x[2 * i + 1]!];
    const radius = i % 2 === 0 ? Math.hypot(px, py) : Math.hypot(px - 1, py - 0.5);
    expect(radius).toBeAllClose(1, { rtol: 1e-5 });
    expect(i % 2 === 0 ? py : 0.5 - py).toBeGreaterThanOrEqual(0);
  }
});

test("makeXor's Bayes error is 2 Φ(1/σ)(1 − Φ(1/σ)), as two independent coordinates give it", () => {
  // Φ(1/0.5) = 0.9772499 (any table of the normal distribution)
  expect(bayesError(makeXor(40_000, { noise: 0.5 }))).toBeAllClose(2 * 0.9772499 * 0.0227501, { rtol: 0.05 });
});
