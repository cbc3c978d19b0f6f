import { choice, createStudy, float, int, random, type Sampler, space, tpe } from "deep-pessimist/search";
import { expect, test } from "vitest";

const mixed = () =>
  space({
    learningRate: float(1e-5, 1, { log: true }),
    layers: int(1, 8),
    optimizer: choice(["adam", "sgd", "rmsprop"]),
    momentum: float(0, 1, { when: { optimizer: "sgd" } }),
  });

/** Least, 0, with sgd, a learning rate of 0.01, 3 layers and momentum 0.9. */
function loss(p: { learningRate: number; layers: number; optimizer: string; momentum?: number }): number {
  const rate = Math.log10(p.learningRate / 0.01) ** 2;
  const momentum = p.optimizer === "sgd" ? (p.momentum! - 0.9) ** 2 : 0.5;
  return rate + 0.1 * (p.layers - 3) ** 2 + momentum;
}

async function bestOf(sampler: Sampler, seed: number) {
  const study = await createStudy({ name: "mixed", space: mixed(), sampler, seed });
  const best = await study.optimize(({ parameters }) => loss(parameters), { trials: 80 });
  return best!.value!;
}

test("TPE finds what chance does not, in a space of numbers, choices and conditions", async () => {
  const seeds = [0, 1, 2, 3, 4];
  const ours = await Promise.all(seeds.map((seed) => bestOf(tpe(), seed)));
  const chance = await Promise.all(seeds.map((seed) => bestOf(random(), seed)));
  const middle = (values: number[]) => values.sort((a, b) => a - b)[2]!;
  expect(middle(ours)).toBeLessThan(middle(chance) / 3);
});

test("where nothing was declared, TPE works on what earlier trials asked for", async () => {
  const study = await createStudy({ name: "by and by", sampler: tpe() });
  const best = await study.optimize(
    (trial) => {
      const optimizer = trial.choice("optimizer", ["adam", "sgd", "rmsprop"]);
      const learningRate = trial.float("learningRate", 1e-5, 1, { log: true });
      const layers = trial.int("layers", 1, 8);
      return loss({
        optimizer,
        learningRate,
        layers,
        ...(optimizer === "sgd" && { momentum: trial.float("momentum", 0, 1) }),
      });
    },
    { trials: 100 },
  );
  expect(best!.value).toBeLessThan(0.2);
});

test("trials that run beside one another are told apart", async () => {
  const study = await createStudy({ name: "liar", space: space({ x: float(0, 1) }), sampler: tpe() });
  await study.optimize(({ parameters: { x } }) => (x - 0.3) ** 2, { trials: 30 });
  const asked = await Promise.all(Array.from({ length: 8 }, () => study.ask()));
  const xs = asked.map(({ parameters }) => parameters.x).sort((a, b) => a - b);
  expect(xs[7]! - xs[0]!).toBeGreaterThan(0.1);
});
