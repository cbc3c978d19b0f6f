import {
  auto,
  choice,
  cmaEs,
  coarseToFine,
  containsValue,
  createStudy,
  fixed,
  float,
  gaussianProcess,
  grid,
  int,
  memoryStore,
  random,
  type Sampler,
  sobol,
  space,
  tpe,
} from "deep-pessimist/search";
import { describe, expect, test } from "vitest";

const mixed = () =>
  space({
    learningRate: float(1e-5, 1, { log: true }),
    dropout: float(0, 0.5, { step: 0.1 }),
    units: int(8, 256, { log: true }),
    layers: int(1, 4),
    optimizer: choice(["adam", "sgd"]),
    momentum: float(0, 0.99, { when: { optimizer: "sgd" } }),
    nesterov: choice([true, false], { when: { optimizer: "sgd" } }),
    batchSize: fixed(32),
  });

type Values = { learningRate: number; layers: number; momentum?: number };

/** Some trials fail, and some are told late. */
function objective({ number, parameters: p }: { number: number; parameters: Values }): number {
  if (number % 9 === 4) throw new Error("out of memory");
  return Math.log10(p.learningRate / 0.01) ** 2 + 0.1 * p.layers + (p.momentum ?? 0.5);
}

const samplers: Record<string, () => Sampler> = {
  random,
  grid: () => grid({ points: 2 }),
  sobol,
  tpe,
  "gaussian-process": gaussianProcess,
  "cma-es": cmaEs,
  "coarse-to-fine": () => coarseToFine({ trialsPerRound: 8 }),
  auto,
};

const plain = (trials: readonly object[]) => trials.map((trial) => ({ ...trial, started: 0, ended: 0 }));

describe.each(Object.entries(samplers))("%s", (name, make) => {
  const study = (sampler: Sampler, options = {}) =>
    createStudy({ name: "every", space: mixed(), sampler, seed: 2, ...options });

  test("has its name", () => {
    expect(make().name).toBe(name);
  });

  test("proposes a value of every hyperparameter that exists, within its range, and no other", async () => {
    const made = await study(make());
    await made.optimize(objective, { trials: 25 });
    for (const { parameters, distributions } of made.trials) {
      const sgd = parameters.optimizer === "sgd";
      expect(Object.keys(parameters).sort()).toEqual(
        ["learningRate", "dropout", "units", "layers", "optimizer", "batchSize"]
          .concat(sgd ? ["momentum", "nesterov"] : [])
          .sort(),
      );
      for (const [key, value] of Object.entries(parameters))
        expect(containsValue(distributions[key]!, value as number)).toBe(true);
    }
  });

  test("goes on bit for bit with a new process in the middle, and differs with another seed", async () => {
    const whole = await study(make());
    await whole.optimize(objective, { trials: 30 });
    const storage = memoryStore();
    for (const trials of [3, 17, 30]) {
      const part = await study(make(), { storage });
      await part.optimize(objective, { trials });
      if (trials === 30) expect(plain(part.trials)).toEqual(plain(whole.trials));
    }
    if (name === "grid") return;
    const other = await study(make(), { seed: 3 });
    await other.optimize(objective, { trials: 2 });
    expect(other.trials[1]!.parameters).not.toEqual(whole.trials[1]!.parameters);
  });

  test("maximizes what is minimized with the sign turned", async () => {
    const [down, up] = [await study(make()), await study(make(), { direction: "maximize" })];
    await down.optimize(objective, { trials: 18 });
    await up.optimize((trial) => -objective(trial), { trials: 18 });
    expect(up.trials.map(({ parameters }) => parameters)).toEqual(
      down.trials.map(({ parameters }) => parameters),
    );
  });

  test("proposes trials side by side, and where all others failed", async () => {
    const made = await study(make());
    const asked = await Promise.all(Array.from({ length: 6 }, () => made.ask()));
    for (const trial of asked) await made.tell(trial, Number.NaN);
    await made.optimize(() => Number.NaN, { trials: 14 });
    expect(made.trials).toHaveLength(14);
    expect(made.best).toBeUndefined();
  });

  test("does not mind values as large as numbers get", async () => {
    const made = await study(make());
    await made.optimize(({ number }) => (number % 2 === 0 ? 1e300 : -1e300) * (number + 1), { trials: 16 });
    expect(made.trials.every(({ state }) => state === "complete")).toBe(true);
  });
});
