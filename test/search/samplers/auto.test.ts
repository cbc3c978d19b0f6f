import {
  auto,
  choice,
  cmaEs,
  createStudy,
  float,
  gaussianProcess,
  type Sampler,
  type SearchSpace,
  space,
  tpe,
} from "deep-pessimist/search";
import { expect, test } from "vitest";

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
