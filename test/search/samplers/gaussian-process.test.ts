import {
  choice,
  createStudy,
  float,
  gaussianProcess,
  int,
  space,
  type TrialRecord,
} from "deep-pessimist/search";
import { expect, test } from "vitest";
import { randomSource } from "../../../lib/core/index.js";

const branin = (x: number, y: number): number =>
  (y - (5.1 / (4 * Math.PI ** 2)) * x ** 2 + (5 / Math.PI) * x - 6) ** 2 +
  10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) +
  10;
const plane = () => space({ x: float(-5, 10), y: float(0, 15) });

test("the Gaussian process comes within 0.01 of Branin's minimum in 40 trials", async () => {
  const study = await createStudy({ name: "branin", space: plane(), sampler: gaussianProcess(), seed: 1 });
  const best = await study.optimize(({ parameters: { x, y } }) => branin(x, y), { trials: 40 });
  // Dixon and Szegö's minimum, 0.397887
  expect(best!.value! - 0.397887).toBeLessThan(0.01);
});

test("it learns which choice and which condition win, and whole numbers stay whole", async () => {
  const mixed = space({
    learningRate: float(1e-5, 1, { log: true }),
    layers: int(1, 8),
    optimizer: choice(["adam", "sgd", "rmsprop"]),
    momentum: float(0, 1, { when: { optimizer: "sgd" } }),
  });
  const study = await createStudy({ name: "mixed", space: mixed, sampler: gaussianProcess(), seed: 2 });
  const best = await study.optimize(
    ({ parameters: { learningRate, layers, optimizer, momentum } }) => {
      expect(Number.isInteger(layers)).toBe(true);
      expect(momentum !== undefined).toBe(optimizer === "sgd");
      const rate = Math.log10(learningRate / 0.01) ** 2;
      return rate + 0.1 * (layers - 3) ** 2 + (optimizer === "sgd" ? (momentum! - 0.9) ** 2 : 0.5);
    },
    { trials: 45 },
  );
  expect(best!.parameters.optimizer).toBe("sgd");
  expect(best!.value!).toBeLessThan(0.05);
});

test("a space of 12 configurations is tried through before any is tried again", async () => {
  const small = space({ layers: int(1, 4), optimizer: choice(["adam", "sgd", "rmsprop"]) });
  const study = await createStudy({ name: "small", space: small, sampler: gaussianProcess(), seed: 3 });
  const seen: string[] = [];
  await study.optimize(
    ({ parameters }) => {
      seen.push(JSON.stringify(parameters));
      return parameters.layers;
    },
    { trials: 14 },
  );
  // The even spread that starts may repeat itself; the model's proposals do not.
  expect(new Set(seen.slice(0, 14)).size).toBe(12);
});

const axes = [
  { name: "x", role: "nuisance", distribution: { type: "float", low: -5, high: 10, log: false } },
  { name: "y", role: "nuisance", distribution: { type: "float", low: 0, high: 15, log: false } },
] as const;

function record(number: number, x: number, y: number, rest: Partial<TrialRecord>): TrialRecord {
  const common = { distributions: {}, intermediate: [], attempt: 1, attributes: {} };
  return { ...common, number, state: "complete", parameters: { x, y }, ...rest };
}

function request(trials: TrialRecord[], direction: "minimize" | "maximize" = "minimize") {
  const number = trials.length;
  return { space: axes, trials, direction, number, seed: 4, random: randomSource(4, "trial", number) };
}

const history = (): TrialRecord[] => {
  const random = randomSource(5, "history");
  return Array.from({ length: 30 }, (_, number) => {
    const [x, y] = [-5 + 15 * random(), 15 * random()];
    return record(number, x, y, { value: branin(x, y) });
  });
};

test("a proposal depends on the request alone, to the bit: what was fitted before may be lost", () => {
  const trials = history();
  const kept = gaussianProcess();
  for (let told = 8; told <= 30; told++)
    expect(kept.suggest(request(trials.slice(0, told)))).toEqual(
      gaussianProcess().suggest(request(trials.slice(0, told))),
    );
});

test("to maximise is to minimise the negative", () => {
  const negative = history().map((trial) => ({ ...trial, value: -trial.value! }));
  expect(gaussianProcess().suggest(request(negative, "maximize"))).toEqual(
    gaussianProcess().suggest(request(history())),
  );
});

test("eight trials that run at once are proposed at eight places", () => {
  const trials = history();
  const sampler = gaussianProcess();
  for (let worker = 0; worker < 8; worker++) {
    const { x, y } = sampler.suggest(request(trials)) as { x: number; y: number };
    trials.push(record(trials.length, x, y, { state: "running" }));
  }
  const running = trials.slice(30).map(({ parameters: { x, y } }) => [x as number, y as number] as const);
  const distances = running.flatMap(([x, y], i) =>
    running.slice(0, i).map(([u, v]) => Math.hypot(x - u, y - v)),
  );
  expect(Math.min(...distances)).toBeGreaterThan(1e-3);
});

test("trials that failed, or came out infinite or not at all, keep it away and do not break it", () => {
  const trials = history().map((trial, i) => {
    if (i % 3 === 0) {
      const { value: _, ...rest } = trial;
      return { ...rest, state: "failed" as const };
    }
    return i % 3 === 1 ? trial : { ...trial, value: i % 2 === 0 ? Number.POSITIVE_INFINITY : Number.NaN };
  });
  const { x, y } = gaussianProcess().suggest(request(trials)) as { x: number; y: number };
  expect(x >= -5 && x <= 10 && y >= 0 && y <= 15).toBe(true);
  expect(
    trials.every(
      ({ parameters }) => Math.hypot((parameters.x as number) - x, (parameters.y as number) - y) > 1e-3,
    ),
  ).toBe(true);
});

test("an objective that is the same everywhere still gets proposals", () => {
  const flat = history().map((trial) => ({ ...trial, value: 7 }));
  const { x } = gaussianProcess().suggest(request(flat)) as { x: number };
  expect(Number.isFinite(x)).toBe(true);
});

test("gaussianProcess({startTrial}) names the option that was meant", () => {
  // @ts-expect-error a misspelling
  expect(() => gaussianProcess({ startTrial: 3 })).toThrow('write "startTrials"');
});
