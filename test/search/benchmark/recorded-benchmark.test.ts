import { statSync } from "node:fs";
import {
  asha,
  createStudy,
  grid,
  random,
  recordedBenchmark,
  sobol,
  type TrainedConfiguration,
} from "deep-pessimist/search";
import { describe, expect, test } from "vitest";
import { smallDigits } from "../../../bench/search-recording/small-digits.js";
import { trainNetwork } from "../../../bench/search-recording/train-network.js";

const { space, configurations, evaluate, objective, best, noise, seeds, epochs } = recordedBenchmark();

test("it is 2,160 configurations with 5 seeds and 30 epochs each, in less than 3 MB", () => {
  expect([configurations.length, seeds, epochs]).toEqual([2160, 5, 30]);
  expect(new Set(configurations.map((configuration) => JSON.stringify(configuration))).size).toBe(2160);
  const file = new URL("../../../lib/search/benchmark/recorded-trainings.br", import.meta.url);
  expect(statSync(file).size).toBeLessThan(3e6);
});

test("networks trained anew come out as they were recorded, to the last wrong answer", () => {
  const data = smallDigits();
  for (const [node, seed] of [
    [5, 0],
    [700, 2],
    [1234, 4],
    [1805, 1],
    [2159, 3],
  ] as const) {
    const { errors, losses, testErrors } = trainNetwork(data, configurations[node]!, seed, epochs);
    const recorded = evaluate(configurations[node]!, { seed });
    expect([...recorded.errors]).toEqual(errors.map((wrong) => wrong / 400));
    expect(recorded.testError).toBe(testErrors / 1000);
    expect(recorded.isRecorded).toBe(true);
    for (const [epoch, loss] of losses.entries())
      expect(Math.abs(recorded.losses[epoch]! / loss - 1)).toBeLessThan(6e-4);
  }
});

test("without a seed it is the mean of all five, and seeds go round", () => {
  const configuration = configurations[900]!;
  const ends = [0, 1, 2, 3, 4].map((seed) => evaluate(configuration, { seed }).error);
  expect(evaluate(configuration).error).toBeCloseTo(ends.reduce((a, b) => a + b) / 5, 12);
  expect(evaluate(configuration, { seed: 13 }).error).toBe(ends[3]);
  expect(new Set(ends).size).toBeGreaterThan(1);
});

describe("between recorded configurations", () => {
  const low: TrainedConfiguration = {
    ...{ learningRate: 0.01, optimizer: "adam", units: 8, activation: "tanh", batchSize: 32 },
    weightDecay: 1e-4,
  };
  const high = { ...low, units: 16 };
  const middle = { ...low, units: 11 };

  test("the mean is drawn straight along the range", () => {
    const share = Math.log(11 / 8) / Math.log(2);
    const straight = (1 - share) * evaluate(low).error + share * evaluate(high).error;
    expect(evaluate(middle).error).toBeCloseTo(straight, 12);
    expect(evaluate(middle).isRecorded).toBe(false);
  });

  test("a seed is as far from the mean as at the nearest recorded one", () => {
    const off = (at: TrainedConfiguration) => evaluate(at, { seed: 2 }).error - evaluate(at).error;
    expect(off(middle)).toBeCloseTo(off(low), 12);
    expect(off({ ...low, units: 12 })).toBeCloseTo(off(high), 12);
  });
});

test("the best is the lowest mean, and no configuration between others is better", async () => {
  expect(evaluate(best.configuration).error).toBe(best.error);
  expect(Math.min(...configurations.map((one) => evaluate(one).error))).toBe(best.error);
  const study = await createStudy({ name: "between", space, sampler: sobol() });
  await study.optimize(({ parameters }) => evaluate(parameters).error, { trials: 300 });
  expect(study.best!.value!).toBeGreaterThanOrEqual(best.error);
  expect(noise).toBeGreaterThan(0.003);
  expect(noise).toBeLessThan(0.03);
});

test("every hyperparameter but the idle one changes the error", async () => {
  const study = await createStudy({ name: "draws", space, sampler: random() });
  await study.optimize(objective, { trials: 40 });
  const trained = study.trials.map(({ parameters }) => parameters);
  expect(trained.map((one) => evaluate({ ...one, logEvery: 7 }).error)).toEqual(
    trained.map((one) => evaluate(one).error),
  );
  for (const changed of [
    { learningRate: 0.02 },
    { units: 5 },
    { activation: "tanh" },
    { batchSize: 8 },
    { weightDecay: 0.05 },
    { optimizer: "adam" },
  ] as const)
    expect(trained.some((one) => evaluate({ ...one, ...changed }).error !== evaluate(one).error)).toBe(true);
});

test("its objective reports each epoch, and a pruner's trials go on from where they stopped", async () => {
  const pruner = asha({ maxSteps: 30, reduction: 3 });
  const study = await createStudy({ name: "pruned", space, sampler: random(), pruner });
  await study.optimize(objective, { trials: 120 });
  const whole = study.trials.filter(({ state }) => state === "complete");
  expect(whole.length).toBeGreaterThan(0);
  for (const { parameters, seed, intermediate, value, continues } of whole) {
    const { errors, error } = evaluate(parameters, { seed: seed! });
    expect(intermediate.map(({ step, value }) => [step, value])).toEqual(
      Array.from(errors, (value, i) => [i + 1, value]),
    );
    expect(value).toBe(error);
    expect(continues === undefined || study.trials[continues]!.state === "pruned").toBe(true);
  }
});

test("a grid of recorded values is looked up, not interpolated", async () => {
  const [learningRate, units] = [
    [0.001, 0.01],
    [8, 16],
  ];
  const rest = { momentum: [0.7], activation: ["relu"], batchSize: [32], weightDecay: [1e-4], logEvery: [1] };
  const study = await createStudy({
    name: "grid",
    space,
    sampler: grid({ values: { learningRate, units, ...rest } }),
  });
  await study.optimize(objective, { trials: 100 });
  expect(study.trials.length).toBe(8);
  expect(study.trials.every(({ parameters }) => evaluate(parameters).isRecorded)).toBe(true);
});

test("what was not recorded is refused", () => {
  const good = best.configuration;
  expect(() => evaluate({ ...good, learningRate: 2 })).toThrow(/learningRate: 2.*\n.*0.0001 … 1/);
  expect(() => evaluate({ ...good, activation: "gelu" as "relu" })).toThrow(/activation: "gelu"/);
  expect(() => evaluate(good, { epochs: 31 })).toThrow(/epochs: 31/);
  expect(() => evaluate(good, { seeds: 1 } as object)).toThrow(/seed/);
});
