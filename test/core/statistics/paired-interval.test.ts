import { expect, test } from "vitest";
import { newcombeInterval, pairedInterval } from "../../../lib/core/index.js";

test("pairedInterval is Newcombe's square-and-add interval of paired proportions", () => {
  // M. Cavo et al. (2012), as in M. Fagerland et al., "Statistical Analysis of Contingency Tables" (2017), chapter 8
  const counts = { bothWrong: 59, secondWrong: 6, firstWrong: 16, bothRight: 80 };
  const { estimate, low, high } = pairedInterval(counts);
  expect([estimate, low, high].map((x) => x.toFixed(4))).toEqual(["-0.0621", "-0.1186", "-0.0046"]);
});

test("pairedInterval is narrower than that of different samples where models err on the same ones", () => {
  const width = ({ low, high }: { low: number; high: number }) => high - low;
  const paired = pairedInterval({ bothWrong: 90, firstWrong: 20, secondWrong: 10, bothRight: 880 });
  const apart = newcombeInterval({ errors: 110, samples: 1000 }, { errors: 100, samples: 1000 });
  expect(paired.estimate).toBeAllClose(apart.estimate, { rtol: 1e-12 });
  expect(width(paired)).toBeLessThan(0.5 * width(apart));
});

test("pairedInterval holds more than its estimate where two models never differ", () => {
  const { low, high } = pairedInterval({ bothWrong: 0, firstWrong: 0, secondWrong: 0, bothRight: 20 });
  expect(low).toBeLessThan(-0.1);
  expect(high).toBeGreaterThan(0.1);
});

test("pairedInterval refuses no samples and less than none", () => {
  const none = { bothWrong: 0, firstWrong: 0, secondWrong: 0, bothRight: 0 };
  expect(() => pairedInterval(none)).toThrow(/0, 0, 0, 0/);
  expect(() => pairedInterval({ ...none, firstWrong: 3, bothRight: -1 })).toThrow(/0, 3, 0, -1/);
});
