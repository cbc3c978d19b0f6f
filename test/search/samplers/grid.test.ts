import { choice, createStudy, fixed, float, grid, int, space } from "deep-pessimist/search";
import { expect, test } from "vitest";

test("a grid tries every combination once, the last hyperparameter's values first, and ends", async () => {
  const study = await createStudy({
    name: "grid",
    space: space({
      optimizer: choice(["adam", "sgd"]),
      momentum: float(0, 0.9, { when: { optimizer: "sgd" } }),
      layers: int(1, 2),
      batchSize: fixed(32),
    }),
    sampler: grid({ points: 3 }),
  });
  await study.optimize(({ number }) => number, { trials: 1000 });
  const tried = study.trials.map(({ parameters: p }) => [p.optimizer, p.momentum, p.layers, p.batchSize]);
  expect(tried).toEqual([
    ["adam", undefined, 1, 32],
    ["adam", undefined, 2, 32],
    ["sgd", 0, 1, 32],
    ["sgd", 0, 2, 32],
    ["sgd", 0.45, 1, 32],
    ["sgd", 0.45, 2, 32],
    ["sgd", 0.9, 1, 32],
    ["sgd", 0.9, 2, 32],
  ]);
  await expect(study.ask()).rejects.toThrow(/nothing left to propose/);
  study.enqueue({ optimizer: "sgd", momentum: 0.7 });
  await study.optimize(() => -1, { trials: 1000 });
  expect(study.trials[8]!.parameters).toMatchObject({ optimizer: "sgd", momentum: 0.7 });
  expect(study.trials).toHaveLength(9);
});

test("values are even in logarithms, on the steps, or as they were named", async () => {
  const values = async (made: Parameters<typeof space>[0], options?: Parameters<typeof grid>[0]) => {
    const study = await createStudy({ name: "values", space: space(made), sampler: grid(options) });
    await study.optimize(() => 0, { trials: 1000 });
    return study.trials.map(({ parameters }) => parameters.x);
  };
  expect(await values({ x: float(1e-4, 1, { log: true }) })).toBeAllClose([1e-4, 1e-3, 1e-2, 1e-1, 1], {
    rtol: 1e-12,
  });
  expect(await values({ x: float(0, 1, { step: 0.1 }) }, { points: 3 })).toEqual([0, 0.5, 1]);
  expect(await values({ x: int(1, 64, { log: true }) }, { points: 4 })).toEqual([1, 4, 16, 64]);
  expect(await values({ x: int(3, 6) })).toEqual([3, 4, 5, 6]);
  expect(await values({ x: float(0, 1) }, { values: { x: [0.1, 0.7] } })).toEqual([0.1, 0.7]);
});

test("a grid that no one could run is refused", async () => {
  const box = Object.fromEntries(Array.from({ length: 10 }, (_, j) => [`x${j}`, float(0, 1)]));
  const study = await createStudy({ name: "large", space: space(box), sampler: grid() });
  await expect(study.ask()).rejects.toThrow(/more than 1000000 points/);
  expect(() => grid({ points: 1 })).toThrow(/both ends of a range/);
});
