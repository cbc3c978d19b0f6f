import { choice, float, int, space, type TrialRecord } from "deep-pessimist/search";
import { expect, test } from "vitest";
import { axesOf } from "../../../../lib/search/samplers/tpe/axis.js";
import { bandwidths } from "../../../../lib/search/samplers/tpe/bandwidths.js";
import { logDensity } from "../../../../lib/search/samplers/tpe/log-density.js";
import { parzen } from "../../../../lib/search/samplers/tpe/parzen.js";
import { splitTrials } from "../../../../lib/search/samplers/tpe/split-trials.js";
import { thin } from "../../../../lib/search/samplers/tpe/thin.js";

function record(number: number, rest: Partial<TrialRecord>): TrialRecord {
  const base = {
    state: "complete",
    parameters: {},
    distributions: {},
    intermediate: [],
    attempt: 1,
  } as const;
  return { number, ...base, attributes: {}, ...rest };
}

const total = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

test("the best tenth comes from the complete trials, then from those pruned latest; the rest is above", () => {
  const pruned = (number: number, step: number, value: number) =>
    record(number, { state: "pruned", value, intermediate: [{ step, value }] });
  const trials = [
    record(0, { value: 5 }),
    ...Array.from({ length: 18 }, (_, i) => pruned(i + 1, 1, i)),
    pruned(19, 9, 50),
    pruned(20, 9, 40),
    record(21, { state: "failed", failure: "diverged" }),
    record(22, { state: "running" }),
    record(23, { state: "waiting" }),
    record(24, { state: "running" }),
  ];
  const { below, above, finished } = splitTrials(trials, "minimize", 24);
  expect(finished).toBe(21);
  expect(below.map(({ number }) => number)).toEqual([0, 19, 20]);
  expect(above.map(({ number }) => number)).toEqual([...Array(18).keys()].map((i) => i + 1).concat(21, 22));
});

test("of thousands of trials 300 stand for all, with the weight of all", () => {
  const trials = Array.from({ length: 5000 }, (_, number) => record(number, {}));
  const thinned = thin(trials);
  expect(thinned.trials).toHaveLength(300);
  expect(thinned.trials.slice(-100)).toEqual(trials.slice(-100));
  expect(new Set(thinned.trials).size).toBe(300);
  // By hand: 25 weigh 1, the 4,975 before them 1/5000 … 1, in the middle about a half.
  expect(total(thinned.weights)).toBeAllClose(25 + 4975 * 0.5001, { rtol: 1e-3 });
  expect(total(thin(trials.slice(0, 300)).weights)).toBeAllClose(25 + 275 * (0.5 + 0.5 / 300), {
    rtol: 1e-12,
  });
});

test("a kernel reaches to its farther neighbour, and narrows with the number of kernels", () => {
  expect([...bandwidths(Float64Array.of(0.5, 0.1, Number.NaN, 0.2))]).toBeAllClose([0.3, 0.1, 0, 0.3], {
    rtol: 1e-12,
  });
  expect([...bandwidths(Float64Array.of(0.3))]).toEqual([0.7]);
  const same = (count: number) => bandwidths(new Float64Array(count).fill(0.5))[0];
  expect(same(2)).toBe(4 ** -1.5);
  expect(same(98)).toBe(0.01);
});

test("an estimate's mass is 1: over a range, over steps and over choices", () => {
  const searched = space({ x: float(0, 10), steps: int(1, 8), pick: choice(["a", "b", "c"]) });
  const trials = [
    record(0, { parameters: { x: 0, steps: 3, pick: "a" } }),
    record(1, { parameters: { x: 4, steps: 4, pick: "c" } }),
    record(2, { parameters: { x: 4.1, steps: 8, pick: "c" } }),
  ];
  const massOf = (name: string, points: readonly number[], part: number) => {
    const axes = axesOf(searched.filter((parameter) => parameter.name === name));
    const estimate = parzen(axes, trials, Float64Array.of(1, 1, 0.5));
    return part * total(points.map((point) => Math.exp(logDensity(estimate, Float64Array.of(point)))));
  };
  const middles = (count: number) => Array.from({ length: count }, (_, i) => (i + 0.5) / count);
  expect(massOf("x", middles(2000), 1 / 2000)).toBeAllClose(1, { rtol: 1e-4 });
  expect(massOf("steps", middles(8), 1 / 8)).toBeAllClose(1, { rtol: 0.02 });
  expect(massOf("pick", [0, 1, 2], 1)).toBeAllClose(1, { rtol: 1e-12 });
});

test("a density is told to the end, or is above what need not be told apart", () => {
  const searched = space({ x: float(0, 1), pick: choice(["a", "b"]) });
  const trials = Array.from({ length: 40 }, (_, number) =>
    record(number, { parameters: { x: (number * 0.37) % 1, pick: number % 3 === 0 ? "a" : "b" } }),
  );
  const estimate = parzen(axesOf([...searched]), trials, new Float64Array(40).fill(1));
  for (let i = 0; i < 50; i++) {
    const point = Float64Array.of((i * 0.61) % 1, i % 2);
    const whole = logDensity(estimate, point);
    expect(logDensity(estimate, point, whole + 1e-9)).toBe(whole);
    const early = logDensity(estimate, point, whole - 0.5);
    expect(early).toBeGreaterThan(whole - 0.5);
    expect(early).toBeLessThanOrEqual(whole);
  }
});
