import { asha, formatRace, raceMethods, random, tpe } from "deep-pessimist/search";
import { expect, test } from "vitest";
import { figureToSvg, plotRace } from "../../../lib/plots/index.js";
import { raceEntrants } from "../../../lib/search/benchmark/race-entrants.js";

const methods = {
  random: () => ({ sampler: random() }),
  TPE: () => ({ sampler: tpe() }),
  "random, ASHA": () => ({ sampler: random(), pruner: asha({ maxSteps: 30, reduction: 3 }) }),
};

test("a race is the same each time, and its rows are drawn and printed", async () => {
  const rows = await raceMethods({ methods, trainings: 20, seeds: 3 });
  expect(await raceMethods({ methods, trainings: 20, seeds: 3 })).toEqual(rows);
  expect(rows.map(({ method }) => method)).toEqual(Object.keys(methods));
  for (const { epochs, regrets, median, lower, upper } of rows) {
    expect(epochs).toEqual(Array.from({ length: 20 }, (_, i) => 30 * (i + 1)));
    expect(regrets.flat().every((regret) => regret >= 0 && regret < 0.9)).toBe(true);
    expect(median.every((at, i) => lower[i]! <= at && at <= upper[i]!)).toBe(true);
  }
  expect(rows.every(({ median }) => median.at(-1)! < median[0]!)).toBe(true);
  expect(rows.reduce((sum, { rank }) => sum + rank, 0)).toBeCloseTo(6, 9);
  expect(formatRace(rows).split("\n")).toHaveLength(4);

  const figure = plotRace(rows);
  expect(figure.reading).toMatch(/^After 600 epochs .+ is \d+\.\d percentage points from the best; then /);
  expect(await figureToSvg(figure)).toContain("random, ASHA");
});

test("every method takes part, from the first training on", async () => {
  const rows = await raceMethods({ trainings: 12, seeds: 1 });
  expect(rows.map(({ method }) => method)).toEqual(Object.keys(raceEntrants));
  expect(rows.every(({ median }) => median.at(-1)! < 0.7)).toBe(true);
});

test("a race of nothing is refused", async () => {
  await expect(raceMethods({ trainings: 0 })).rejects.toThrow(/trainings: 0/);
  expect(() => plotRace([])).toThrow(/no rows/);
});
