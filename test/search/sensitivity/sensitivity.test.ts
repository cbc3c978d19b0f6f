import {
  choice,
  createStudy,
  float,
  formatLocalSensitivity,
  formatSensitivity,
  int,
  localSensitivity,
  random,
  type SearchSpace,
  sensitivity,
  space,
  type TrialRecord,
} from "deep-pessimist/search";
import { expect, test } from "vitest";
import { normal, randomSource } from "../../../lib/core/index.js";

const six: SearchSpace = ["a", "b", "c", "d", "e", "f"].map((name) => ({
  name,
  role: "nuisance",
  distribution: { type: "float", low: 0, high: 1, log: false },
}));

type Point = Record<string, number>;

/** A study of evenly drawn trials. */
function study(objective: (x: Point) => number, { seed = 1, trials = 50, noise = 0.5 } = {}) {
  const random = randomSource(seed, "study");
  const records = Array.from({ length: trials }, (_, number): TrialRecord => {
    const parameters = Object.fromEntries(six.map(({ name }) => [name, random()]));
    const common = { distributions: {}, intermediate: [], attempt: 1, attributes: {} };
    return {
      ...common,
      number,
      state: "complete",
      parameters,
      value: objective(parameters) + noise * normal(random),
    };
  });
  return { space: six, trials: records, direction: "minimize" as const };
}

/** Shares by hand: a weight's square over the sum of squares, for each input has the same variance. */
const line = ({ a, b, c, d }: Point): number => 4 * a! + 2 * b! + c! + 0.5 * d!;
const lineShares: Point = { a: 16 / 21.25, b: 4 / 21.25, c: 1 / 21.25, d: 0.25 / 21.25, e: 0, f: 0 };

test("at 50 noisy trials of a sum, the two that matter most come first, in order", () => {
  const right = [1, 2, 3, 4, 5, 6, 7, 8].filter((seed) => {
    const { parameters } = sensitivity(study(line, { seed }));
    return parameters[0]!.name === "a" && parameters[1]!.name === "b";
  });
  expect(right.length).toBeGreaterThanOrEqual(7);
});

test("the intervals hold the shares of a sum about as often as they say", () => {
  let [held, asked] = [0, 0];
  for (let seed = 0; seed < 20; seed++)
    for (const { name, total, firstOrder } of sensitivity(study(line, { seed })).parameters)
      for (const { low, high } of [total, firstOrder]) {
        asked++;
        if (low <= lineShares[name]! && lineShares[name]! <= high) held++;
      }
  // 95 %, and of 240 that lean on one another seldom below 90.
  expect(held / asked).toBeGreaterThan(0.9);
});

test("an estimate lies within its interval, and what one does by itself within all that it does", () => {
  for (const trials of [12, 50])
    for (let seed = 0; seed < 5; seed++)
      for (const { total, firstOrder } of sensitivity(study(line, { seed, trials })).parameters) {
        for (const { estimate, low, high } of [total, firstOrder])
          expect(low <= estimate && estimate <= high).toBe(true);
        expect(firstOrder.estimate).toBeLessThanOrEqual(total.estimate);
        expect(firstOrder.high).toBeLessThanOrEqual(total.high);
      }
});

test("trials that crowd at the optimum do not make the rest of the space unusual", () => {
  for (let seed = 0; seed < 5; seed++) {
    const random = randomSource(seed, "crowd");
    const centre: Point = { a: 0.1, b: 0.1, c: 0.1, d: 0.1, e: random(), f: random() };
    const even = study(line, { seed, trials: 10, noise: 0.3 }).trials;
    const crowd = study(line, { seed, trials: 90 }).trials.map((trial, i): TrialRecord => {
      const near = ([name, at]: [string, number]): [string, number] => [
        name,
        Math.min(1, Math.max(0, at + 0.07 * normal(random))),
      ];
      const parameters = Object.fromEntries(Object.entries(centre).map(near));
      return { ...trial, number: 10 + i, parameters, value: line(parameters) + 0.3 * normal(random) };
    });
    const { cut, parameters } = sensitivity({
      space: six,
      trials: [...even, ...crowd],
      direction: "minimize",
    });
    expect([cut, parameters[0]!.name, parameters[0]!.verdict]).toEqual([0, "a", "high"]);
  }
});

test("an input that does nothing is given no evidence, and more trials to settle it", () => {
  const { parameters } = sensitivity(study(line, { seed: 3 }));
  const idle = parameters.find(({ name }) => name === "f")!;
  expect(idle.verdict).toBe("none");
  expect(idle.total.low).toBe(0);
  expect(idle.firstOrder.low).toBe(0);
  expect(parameters[0]!.trialsNeeded).toBeGreaterThan(50);
});

test("a product is found as partners, whose share alone is small", () => {
  // Of the variance the product has 16/144 and c has 12/144: shares of 4/7 and 3/7.
  const product = ({ a, b, c }: Point): number => 4 * (a! - 0.5) * (b! - 0.5) + c!;
  const { parameters } = sensitivity(study(product, { trials: 60, noise: 0.1 }));
  const a = parameters.find(({ name }) => name === "a")!;
  expect(a.partner?.name).toBe("b");
  expect(a.partner!.share.low).toBeLessThan(4 / 7);
  expect(a.partner!.share.high).toBeGreaterThan(4 / 7);
  expect(a.firstOrder.high).toBeLessThan(0.1);
  expect(parameters.find(({ name }) => name === "c")!.partner).toBeUndefined();
});

test("a hyperparameter under a condition counts where it exists, and its condition for what it does itself", async () => {
  // By hand: of a, u² with u even in −2 … 2 has the variance 16/45·4 = 1.422; b is 0.5 with "off" and with "on" 4(c − 0.9)², c even in
  // 0 … 1, of mean 4·0.2433 and variance 16·(0.1181 − 0.2433²) = 0.942, half of the time: c has 0.471, b (0.4733/2)² = 0.056.
  const studied = await createStudy({
    ...{ name: "conditional", sampler: random(), seed: 1 },
    space: space({ a: float(-2, 2), b: choice(["off", "on"]), c: float(0, 1, { when: { b: "on" } }) }),
  });
  await studied.optimize(
    ({ parameters: { a, c } }) => a ** 2 + (c === undefined ? 0.5 : 4 * (c - 0.9) ** 2),
    { trials: 120 },
  );
  const { parameters } = sensitivity(studied);
  const share = Object.fromEntries(parameters.map(({ name, total }) => [name, total.estimate]));
  const whole = 1.422 + 0.471 + 0.056;
  expect([share.a!, share.b!, share.c!]).toBeAllClose([1.422 / whole, 0.056 / whole, 0.471 / whole], {
    ...{ rtol: 0, atol: 0.01 },
  });
});

test("the unit of the objective changes nothing, not even one at the end of the numbers", () => {
  const plain = sensitivity(study(line));
  const loss = ({ parameters }: ReturnType<typeof localSensitivity>) => parameters[0]!.loss.estimate;
  for (const unit of [2 ** 990, 2 ** -990]) {
    const trials = study(line).trials.map((trial) => ({ ...trial, value: unit * trial.value! }));
    const { parameters } = sensitivity({ ...study(line), trials });
    for (const [i, { total }] of parameters.entries())
      expect(total.estimate).toBeAllClose(plain.parameters[i]!.total.estimate, { atol: 0.01 });
    const scaled = loss(localSensitivity({ ...study(line), trials }));
    expect(scaled / unit).toBeAllClose(loss(localSensitivity(study(line))), { rtol: 0.01 });
  }
});

test("where every trial gave the same value, nothing has a share", () => {
  const { parameters, explained } = sensitivity(study(() => 1, { noise: 0 }));
  expect(parameters.map(({ total, verdict }) => [total.estimate, total.high, verdict])).toEqual(
    six.map(() => [0, 0, "none"]),
  );
  expect(explained).toBe(0);
});

test("directions: lower, higher and between with its value", () => {
  const bowl = ({ a, b, c }: Point): number => 3 * (a! - 0.4) ** 2 * 4 + 2 * b! - 2 * c!;
  const { parameters } = sensitivity(study(bowl, { noise: 0.1 }));
  const row = Object.fromEntries(parameters.map((row) => [row.name, row]));
  expect([row.a!.better, row.b!.better, row.c!.better]).toEqual(["between", "lower", "higher"]);
  expect(row.a!.bestValue as number).toBeGreaterThan(0.3);
  expect(row.a!.bestValue as number).toBeLessThan(0.5);
});

test("maximizing turns the directions, and leaves the shares", () => {
  const least = sensitivity(study(line));
  const negative = study((x) => -line(x));
  const most = sensitivity({
    ...study(line),
    trials: study(line).trials.map((trial) => ({ ...trial, value: -trial.value! })),
    direction: "maximize",
  });
  expect(most.parameters).toEqual(least.parameters);
  expect(sensitivity(negative).parameters[0]!.better).toBe("higher");
});

test("trials that diverged or failed do not drown the others", () => {
  const wild = study(line, { trials: 60 });
  const trials = wild.trials.map((trial, i): TrialRecord => {
    if (i % 15 === 0) return { ...trial, value: 1e9 };
    if (i % 15 !== 1) return trial;
    const { value: _, ...rest } = trial;
    return { ...rest, state: "failed" };
  });
  const { parameters, cut } = sensitivity({ ...wild, trials });
  expect(cut).toBe(8);
  expect(parameters[0]!.name).toBe("a");
  expect(parameters[0]!.total.estimate).toBeGreaterThan(0.4);
});

test("choices, whole numbers and conditions have their rows", () => {
  const mixed = space({
    optimizer: choice(["adam", "sgd"]),
    momentum: float(0, 1, { when: { optimizer: "sgd" } }),
    layers: int(1, 4),
    learningRate: float(1e-4, 1, { log: true }),
  });
  const random = randomSource(4, "mixed");
  const trials = Array.from({ length: 80 }, (_, number): TrialRecord => {
    const sgd = random() < 0.5;
    const [momentum, layers, learningRate] = [
      random(),
      1 + Math.floor(4 * random()),
      10 ** (-4 + 4 * random()),
    ];
    const value = (sgd ? 1 : 0) + (sgd ? momentum : 0) + 0.2 * layers + Math.log10(learningRate / 0.01) ** 2;
    const parameters = {
      optimizer: sgd ? "sgd" : "adam",
      ...(sgd ? { momentum } : {}),
      layers,
      learningRate,
    };
    const common = { distributions: {}, intermediate: [], attempt: 1, attributes: {} };
    return { ...common, number, state: "complete", parameters, value: value + 0.05 * normal(random) };
  });
  const { parameters } = sensitivity({ space: mixed, trials, direction: "minimize" });
  const row = Object.fromEntries(parameters.map((row) => [row.name, row]));
  expect(row.optimizer!).toMatchObject({ better: "choice", bestValue: "adam" });
  expect(row.momentum!.better).toBe("lower");
  expect(row.learningRate!.verdict).toBe("high");
  expect(Math.abs(Math.log10((row.learningRate!.bestValue as number) / 0.01))).toBeLessThan(0.3);
  expect(row.layers!.verdict).not.toBe("none");
});

test("a table says it in words", () => {
  const text = formatSensitivity(sensitivity(study(line, { seed: 3 })));
  expect(text.split("\n")[1]).toMatch(/^a +high +\d+ % \(\d+ to \d+\) +\d+ % \(\d+ to \d+\) +lower/);
  expect(text).toMatch(/^f +no evidence/m);
  expect(text).toMatch(/^50 trials; the surrogate explains \d/m);
});

test("few trials are called few, one that is cut is one, and a choice is told as it is", () => {
  const few = study(line, { trials: 20 });
  const [first, ...rest] = few.trials;
  const text = formatSensitivity(sensitivity({ ...few, trials: [{ ...first!, value: 1e6 }, ...rest] }));
  expect(text).toContain("20 trials are few for 6 hyperparameters: the order may be chance.");
  expect(text).toContain("1 of them failed or came out far beyond the others, and counts as just beyond.");
  const sizes = space({ size: choice([64, 128, 251]) });
  const trials = few.trials.map((trial, i) => {
    const size = [64, 128, 251][i % 3]!;
    return { ...trial, parameters: { size }, value: Math.abs(size - 128) + 0.01 * i };
  });
  const chosen = { space: sizes, trials, direction: "minimize" as const };
  expect(formatSensitivity(sensitivity(chosen))).toMatch(/ 128 +enough/);
  expect(formatLocalSensitivity(localSensitivity(chosen))).toMatch(/size +128 +64, 251/);
});

test("near the best, what matters there is named, and what it costs to move it", () => {
  // Far off a rules; near the minimum, b does: moving it by 0.1 costs 0.2.
  const valley = ({ a, b }: Point): number => 10 * Math.max(0, a! - 0.5) ** 2 + 20 * (b! - 0.5) ** 2;
  const { parameters } = localSensitivity(study(valley, { trials: 120, noise: 0.02 }));
  expect(parameters[0]!.name).toBe("b");
  expect(parameters[0]!.loss.low).toBeGreaterThan(0.05);
  expect(parameters[0]!.loss.estimate).toBeLessThan(0.4);
  expect(parameters[0]!.moved.length).toBe(2);
});

test("a space with nothing to search has no rows", () => {
  expect(sensitivity({ ...study(line), space: [] }).parameters).toEqual([]);
});

test("seven trials are too few, and the message says what to do", () => {
  const few = study(line, { trials: 7 });
  expect(() => sensitivity(few)).toThrow("study.optimize(objective, { trials: 50 })");
});

const shownIn = (value: object): Record<string, string> =>
  (value as Record<symbol, () => Record<string, string>>)[Symbol.for("Jupyter.display")]!();

test("both tables are a cell's last value, and text", () => {
  const [whole, local] = [sensitivity(study(line)), localSensitivity(study(line))];
  expect(shownIn(whole)["text/plain"]).toBe(formatSensitivity(whole));
  expect(shownIn(whole)["text/html"]).toContain("<th>a</th><td>high</td>");
  const text = formatLocalSensitivity(local);
  expect(shownIn(local)["text/plain"]).toBe(text);
  expect(text.split("\n")).toHaveLength(8);
  expect(text).toMatch(/^a {2,}\S+ +\S+(, \S+)? +\S+ \(\S+ to \S+\)$/m);
});

test("too few complete trials are told apart: stopped early, failed, or not run yet", () => {
  const states = (state: TrialRecord["state"]) =>
    study(line, { trials: 30 }).trials.map((trial, i) => (i < 3 ? trial : { ...trial, state }));
  const fix = (trials: TrialRecord[]) => () => sensitivity({ space: six, trials, direction: "minimize" });
  expect(fix(states("pruned"))).toThrow(/3 complete trials, 27 pruned[\s\S]*without a pruner/);
  expect(fix(states("failed"))).toThrow(/27 failed[\s\S]*why trials fail/);
  expect(fix(study(line, { trials: 3 }).trials)).toThrow("run more trials first");
});
