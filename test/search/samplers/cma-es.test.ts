import {
  choice,
  cmaEs,
  createStudy,
  float,
  int,
  random,
  type Sampler,
  space,
  type TrialRecord,
} from "deep-pessimist/search";
import { expect, test } from "vitest";
import { randomSource } from "../../../lib/core/index.js";

const rosenbrock = ({ x, y }: { x: number; y: number }): number => 100 * (y - x * x) ** 2 + (1 - x) ** 2;

async function bestOf(sampler: Sampler, seed: number, trials: number): Promise<number> {
  const study = await createStudy({
    name: "valley",
    space: space({ x: float(-3, 4), y: float(-2, 5) }),
    sampler,
    seed,
  });
  const best = await study.optimize(({ parameters }) => rosenbrock(parameters), { trials });
  return best!.value!;
}

test("CMA-ES follows Rosenbrock's valley, in which chance is lost", async () => {
  expect(await bestOf(cmaEs(), 1, 600)).toBeLessThan(1e-5);
  expect(await bestOf(random(), 1, 600)).toBeGreaterThan(1e-3);
});

test("whole numbers are not stuck where they began, and the better choice is drawn more often", async () => {
  const study = await createStudy({
    name: "mixed",
    space: space({
      layers: int(1, 20),
      width: int(8, 512, { log: true }),
      rate: float(0, 1),
      kind: choice(["a", "b", "c"]),
    }),
    sampler: cmaEs(),
    seed: 2,
  });
  const drawn: string[] = [];
  const best = await study.optimize(
    ({ parameters: { layers, width, rate, kind } }) => {
      expect(Number.isInteger(layers) && Number.isInteger(width)).toBe(true);
      drawn.push(kind);
      return (layers - 17) ** 2 + Math.log2(width / 64) ** 2 + (rate - 0.2) ** 2 + (kind === "b" ? 0 : 30);
    },
    { trials: 250 },
  );
  expect(best!.parameters.layers).toBe(17);
  expect(best!.value!).toBeLessThan(0.05);
  expect(drawn.slice(-100).filter((kind) => kind === "b").length).toBeGreaterThan(70);
});

const axes = [
  { name: "x", role: "nuisance", distribution: { type: "float", low: -3, high: 4, log: false } },
  { name: "y", role: "nuisance", distribution: { type: "float", low: -2, high: 5, log: false } },
] as const;

test("a proposal depends on the request alone, to the bit: the generations kept may be lost", () => {
  const kept = cmaEs();
  const trials: TrialRecord[] = [];
  for (let number = 0; number < 60; number++) {
    const request = { space: axes, trials, direction: "minimize", number, seed: 3 } as const;
    const random = () => randomSource(3, "trial", number);
    const parameters = kept.suggest({ ...request, random: random() });
    expect(cmaEs().suggest({ ...request, random: random() })).toEqual(parameters);
    const value = rosenbrock(parameters as { x: number; y: number });
    const common = { distributions: {}, intermediate: [], attempt: 1, attributes: {} };
    trials.push({ ...common, number, state: "complete", parameters, value });
  }
});

test("a sampler that serves another study begins anew", async () => {
  const sampler = cmaEs();
  const first = await bestOf(sampler, 5, 40);
  await bestOf(sampler, 6, 40);
  expect(await bestOf(sampler, 5, 40)).toBe(first);
});
