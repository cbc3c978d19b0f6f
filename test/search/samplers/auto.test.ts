import {
  auto,
  choice,
  cmaEs,
  createStudy,
  float,
  gaussianProcess,
  int,
  type Sampler,
  type SearchSpace,
  space,
  type TrialRecord,
  tpe,
} from "deep-pessimist/search";
import { expect, test } from "vitest";
import { localRequest } from "../../../lib/search/samplers/local-request.js";

const numbers = (count: number) =>
  space(Object.fromEntries(Array.from({ length: count }, (_, j) => [`x${j}`, float(0, 1)])));

/** What a sampler proposes next, after so many trials by hand. */
async function next(sampler: Sampler, searched: SearchSpace, trials: number) {
  const study = await createStudy({ name: "auto", space: searched, sampler, seed: 5 });
  for (let i = 0; i < trials; i++) {
    const values = searched.map(({ name, distribution }, j) => [
      name,
      distribution.type === "choice" ? distribution.choices[i % 2]! : ((i + 1) * (j + 1) * 0.618) % 1,
    ]);
    study.enqueue(Object.fromEntries(values));
  }
  await study.optimize(({ number }) => Math.sin(number), { trials });
  return (await study.ask()).parameters;
}

test("auto is a Gaussian process while hyperparameters and trials are few", async () => {
  expect(await next(auto(), numbers(3), 30)).toEqual(await next(gaussianProcess(), numbers(3), 30));
});

test("auto is TPE from 21 hyperparameters on", async () => {
  expect(await next(auto(), numbers(21), 30)).toEqual(await next(tpe(), numbers(21), 30));
});

test("after 200 trials, auto is CMA-ES for numbers and TPE where there are choices", async () => {
  expect(await next(auto(), numbers(2), 200)).toEqual(await next(cmaEs(), numbers(2), 200));
  const mixed = space({ x: float(0, 1), y: choice(["a", "b"]) });
  expect(await next(auto(), mixed, 200)).toEqual(await next(tpe(), mixed, 200));
});

test("every third trial looks near the best, and nothing is tried twice", async () => {
  const searched = space({ x: float(0, 1), y: float(1e-4, 1, { log: true }), steps: int(1, 9) });
  const study = await createStudy({ name: "near", space: searched, sampler: auto(), seed: 2 });
  const worth = ({ x, y, steps }: { x: number; y: number; steps: number }) =>
    (x - 0.3) ** 2 + Math.log10(y / 0.01) ** 2 + Math.abs(steps - 4);
  const far: number[] = [];
  for (let i = 0; i < 42; i++) {
    const before = study.best?.parameters;
    const trial = await study.ask();
    const { x, y } = trial.parameters;
    if (i > 20 && i % 3 === 2)
      far.push(Math.max(Math.abs(x - before!.x), Math.abs(Math.log10(y / before!.y)) / 4));
    await study.tell(trial, worth(trial.parameters));
  }
  expect(far).toHaveLength(7);
  expect(Math.max(...far)).toBeLessThan(0.2 + 1e-9);
  expect(new Set(study.trials.map(({ parameters }) => JSON.stringify(parameters))).size).toBe(42);
});

test("a small space is searched through before anything comes again", async () => {
  const searched = space({ a: int(1, 6), b: choice(["x", "y", "z"]) });
  const study = await createStudy({ name: "small", space: searched, sampler: auto() });
  await study.optimize(({ parameters: { a, b } }) => (a - 2) ** 2 + b.charCodeAt(0), { trials: 18 });
  expect(new Set(study.trials.map(({ parameters }) => JSON.stringify(parameters))).size).toBe(18);
});

test("the region round the best closes in while nothing better is found", () => {
  const searched = space({ x: float(0, 10), y: choice(["a", "b"]) });
  const record = (number: number, value: number): TrialRecord => ({
    ...{ number, state: "complete", value, attempt: 1, intermediate: [], attributes: {}, distributions: {} },
    parameters: { x: number === 3 ? 9.5 : number / 10, y: "a" },
  });
  const rangeAfter = (trials: number) => {
    const all = Array.from({ length: trials }, (_, i) => record(i, i === 3 ? 0 : 1));
    const random = () => 0.5;
    const request = {
      space: searched,
      trials: all,
      direction: "minimize",
      number: trials,
      seed: 0,
      random,
    } as const;
    const local = localRequest(request);
    const { low, high } = (local?.space[0]?.distribution ?? {}) as { low?: number; high?: number };
    return [low, high, local?.trials.some(({ number }) => number === 3)];
  };
  expect(rangeAfter(5)).toEqual([undefined, undefined, undefined]);
  // A fifth of the range to either side, then a tenth after twice as many trials as there are hyperparameters.
  for (const [trials, low] of [
    [16, 9.5 - 2 / 8],
    [20, 9.5 - 2 / 16],
    [200, 9.5 - 0.1],
  ] as const) {
    const [from, to, hasBest] = rangeAfter(trials);
    expect(from).toBeCloseTo(low, 9);
    expect(to).toBeCloseTo(Math.min(10, 9.5 + (9.5 - low)), 9);
    expect(hasBest).toBe(true);
  }
});
