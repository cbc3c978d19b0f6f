import { randomSource } from "deep-pessimist/core";
import {
  choice,
  containsValue,
  type Distribution,
  describeDistribution,
  float,
  fromUnit,
  int,
  sameDistribution,
  toUnit,
} from "deep-pessimist/search";
import { expect, test } from "vitest";

const distributions: Record<string, Distribution> = {
  float: float(-5, 10).distribution,
  "float(log)": float(1e-5, 1e-1, { log: true }).distribution,
  "float(step)": float(0, 1, { step: 0.1 }).distribution,
  int: int(-3, 12).distribution,
  "int(step)": int(0, 10, { step: 3 }).distribution,
  "int(log)": int(1, 1024, { log: true }).distribution,
  choice: choice(["a", 1, true, null]).distribution,
};

test.each(Object.entries(distributions))(
  "%s: a share gives a value within, and the value its share",
  (_, made) => {
    const random = randomSource(1, "units");
    for (let i = 0; i < 200; i++) {
      const value = fromUnit(made, i === 0 ? 0 : i === 1 ? 1 - 2 ** -32 : random());
      expect(containsValue(made, value)).toBe(true);
      const share = toUnit(made, value);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      const again = fromUnit(made, share);
      if (typeof value === "number") expect(again).toBeAllClose(value, { rtol: 1e-12, atol: 1e-12 });
      else expect(again).toBe(value);
    }
  },
);

test("whole numbers of sixteen digits are whole and within their bounds", () => {
  const { distribution } = int(1e15 + 1, 1e15 + 9);
  const values = Array.from({ length: 9 }, (_, i) => fromUnit(distribution, (i + 0.5) / 9));
  expect(values).toEqual(Array.from({ length: 9 }, (_, i) => 1e15 + 1 + i));
});

test("even shares reach each step, each choice and each decade as often", () => {
  const shares = Array.from({ length: 1000 }, (_, i) => (i + 0.5) / 1000);
  const counts = (made: Distribution, key: (value: number) => unknown = (value) => value) => {
    const tally = new Map<unknown, number>();
    for (const share of shares) {
      const at = key(fromUnit(made, share) as number);
      tally.set(at, (tally.get(at) ?? 0) + 1);
    }
    return [...tally];
  };
  expect(counts(int(1, 4).distribution)).toEqual([1, 2, 3, 4].map((value) => [value, 250]));
  expect(counts(float(0, 0.3, { step: 0.1 }).distribution)).toEqual([0, 0.1, 0.2, 0.3].map((v) => [v, 250]));
  expect(counts(choice(["a", "b"]).distribution)).toEqual([
    ["a", 500],
    ["b", 500],
  ]);
  const decades = counts(float(1e-4, 1, { log: true }).distribution, (value) =>
    Math.floor(Math.log10(value)),
  );
  expect(decades.map(([, count]) => count)).toEqual([250, 250, 250, 250]);
  // By hand: 1 takes log(1.5/0.5) of log(4.5/0.5), a half.
  expect(counts(int(1, 4, { log: true }).distribution)[0]).toEqual([1, 500]);
});

test("a step that does not divide the range ends below it", () => {
  const { distribution } = int(0, 10, { step: 3 });
  expect([0, 0.3, 0.6, 0.99].map((share) => fromUnit(distribution, share))).toEqual([0, 3, 6, 9]);
  expect(containsValue(distribution, 10)).toBe(false);
});

test("a distribution is described as one types it, and equal to its copy alone", () => {
  expect(Object.values(distributions).map(describeDistribution)).toEqual([
    "float(-5, 10)",
    "float(0.00001, 0.1, { log: true })",
    "float(0, 1, { step: 0.1 })",
    "int(-3, 12)",
    "int(0, 10, { step: 3 })",
    "int(1, 1024, { log: true })",
    'choice(["a",1,true,null])',
  ]);
  const all = Object.values(distributions);
  for (const a of all) for (const b of all) expect(sameDistribution(structuredClone(a), b)).toBe(a === b);
});

test("a range is not fixed", () => {
  const role = "fixed" as "nuisance";
  expect(() => float(0, 1, { role })).toThrow("write fixed(value)");
  expect(choice(["adam"], { role }).role).toBe("fixed");
});
