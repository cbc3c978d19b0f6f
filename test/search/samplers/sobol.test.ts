import { mixWord } from "deep-pessimist/core";
import { createStudy, float, random, type Sampler, sobol, space } from "deep-pessimist/search";
import { expect, test } from "vitest";
import { scramble, sobolWord } from "../../../lib/search/samplers/sobol/sobol-point.js";

const unit = (word: number) => word / 2 ** 32;

test("unscrambled points are those of SciPy's qmc.Sobol(64, scramble=False)", () => {
  const fifth = Array.from({ length: 8 }, (_, j) => unit(sobolWord(5, j)));
  expect(fifth).toEqual([0.875, 0.875, 0.125, 0.375, 0.875, 0.625, 0.875, 0.375]);
  const some = (index: number) => [0, 1, 7, 31, 63].map((j) => unit(sobolWord(index, j)));
  expect(some(37)).toEqual([0.921875, 0.640625, 0.796875, 0.140625, 0.828125]);
  expect(some(63)).toEqual([0.015625, 0.796875, 0.140625, 0.921875, 0.734375]);
});

test("scrambled points fall once into each of 2ᵏ equal parts of every dimension", () => {
  for (let dimension = 0; dimension < 64; dimension++) {
    const key = mixWord(dimension + 99);
    const parts = Array.from({ length: 64 }, (_, i) => scramble(sobolWord(i, dimension), key) >>> 26);
    expect(new Set(parts).size).toBe(64);
  }
});

test("scrambled points fall once into each elementary box of the first two dimensions", () => {
  for (let split = 0; split <= 6; split++) {
    const boxes = Array.from({ length: 64 }, (_, i) => {
      const [x, y] = [0, 1].map((j) => scramble(sobolWord(i, j), mixWord(j + 7)));
      return `${(x! >>> 26) >>> (6 - split)},${(y! >>> 26) >>> split}`;
    });
    expect(new Set(boxes).size).toBe(64);
  }
});

async function points(sampler: Sampler, seed: number): Promise<number[][]> {
  const box = Object.fromEntries(Array.from({ length: 6 }, (_, j) => [`x${j}`, float(0, 1)]));
  const study = await createStudy({ name: "points", space: space(box), sampler, seed });
  await study.optimize(() => 0, { trials: 256 });
  return study.trials.map(({ parameters }) => Object.values(parameters) as number[]);
}

/** Hickernell's centred L2 discrepancy, squared (1998). */
function discrepancy(rows: number[][]): number {
  const n = rows.length;
  const centred = rows.map((row) => row.map((x) => Math.abs(x - 0.5)));
  const one = centred.map((row) => row.reduce((product, c) => product * (1 + c / 2 - (c * c) / 2), 1));
  const two = rows.map((a, i) =>
    rows.map((b, k) =>
      a.reduce(
        (product, x, j) =>
          product * (1 + centred[i]![j]! / 2 + centred[k]![j]! / 2 - Math.abs(x - b[j]!) / 2),
        1,
      ),
    ),
  );
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  return (13 / 12) ** rows[0]!.length - (2 / n) * sum(one) + sum(two.map(sum)) / n ** 2;
}

test("a study's points are as even as SciPy's and ten times as even as chance", async () => {
  // SciPy 1.17: qmc.discrepancy of the first four unscrambled points in two dimensions.
  const first = Array.from({ length: 4 }, (_, i) => [0, 1].map((j) => unit(sobolWord(i, j))));
  expect(discrepancy(first)).toBeAllClose(0.05544704861111094, { rtol: 1e-12 });
  for (const seed of [0, 1, 2]) {
    // SciPy 1.17: 5.5e-4 for qmc.Sobol(6, seed=1).random(256), 8.8e-3 for chance.
    expect(discrepancy(await points(sobol(), seed))).toBeLessThan(8e-4);
    expect(discrepancy(await points(random(), seed))).toBeGreaterThan(6e-3);
  }
});

test("another seed gives other points; enqueued trials leave no gap", async () => {
  expect((await points(sobol(), 1))[0]).not.toEqual((await points(sobol(), 2))[0]);
  const run = async (enqueued: boolean) => {
    const study = await createStudy({
      name: "gap",
      space: space({ x: float(0, 1) }),
      sampler: sobol({ scrambled: false }),
    });
    if (enqueued) study.enqueue({ x: 0.3 });
    await study.optimize(() => 0, { trials: enqueued ? 5 : 4 });
    return study.trials.map(({ parameters }) => parameters.x);
  };
  expect(await run(false)).toEqual([0, 0.5, 0.75, 0.25]);
  expect(await run(true)).toEqual([0.3, 0, 0.5, 0.75, 0.25]);
});
