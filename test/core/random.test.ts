import { describe, expect, test } from "vitest";
import { integerBelow, normal, permutation, randomSource } from "../../lib/core/index.js";

const draws = (count: number, random: () => number) => Array.from({ length: count }, random);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("randomSource(seed, …path)", () => {
  test("gives the same numbers for the same arguments", () => {
    expect(draws(5, randomSource(3, "scene", 7))).toEqual(draws(5, randomSource(3, "scene", 7)));
  });

  test("gives unrelated numbers for neighbouring seeds, paths and negative zero's neighbours", () => {
    const sources = [
      randomSource(3),
      randomSource(4),
      randomSource(3, "a"),
      randomSource(3, 7),
      randomSource(3, "7"),
    ];
    expect(new Set(sources.map((random) => random())).size).toBe(sources.length);
  });

  test("is uniform: mean 1/2 and variance 1/12 over 100,000 draws, within five standard errors", () => {
    const values = draws(100_000, randomSource(1));
    expect(Math.abs(mean(values) - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / 100_000));
    const variance = mean(values.map((value) => (value - 0.5) ** 2));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / 100_000));
  });

  test("first draws of 10,000 neighbouring paths are uniform too", () => {
    const values = Array.from({ length: 10_000 }, (_, i) => randomSource(0, "scene", i)());
    expect(Math.abs(mean(values) - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / 10_000));
  });
});

test("normal(random) has mean 0 and variance 1, within five standard errors", () => {
  const random = randomSource(2);
  const values = Array.from({ length: 100_000 }, () => normal(random));
  expect(Math.abs(mean(values))).toBeLessThan(5 / Math.sqrt(100_000));
  expect(Math.abs(mean(values.map((value) => value ** 2)) - 1)).toBeLessThan(5 * Math.sqrt(2 / 100_000));
});

test("integerBelow(limit) gives every number below the limit, about equally often", () => {
  const random = randomSource(5);
  const counts = [0, 0, 0];
  for (let i = 0; i < 30_000; i++) counts[integerBelow(3, random)]!++;
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt(30_000 * (2 / 9)));
});

test("permutation(size) holds each number once, and every first element about equally often", () => {
  expect([...permutation(100, randomSource(1))].sort((a, b) => a - b)).toEqual(
    Array.from({ length: 100 }, (_, i) => i),
  );
  const random = randomSource(6);
  const firsts = [0, 0, 0, 0];
  for (let i = 0; i < 40_000; i++) firsts[permutation(4, random)[0]!]!++;
  for (const count of firsts) expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt(40_000 * (3 / 16)));
});
