import { expect, test } from "vitest";
import { coverageOf } from "../../bench/decomposition-coverage.js";

// A small one of the simulation that `npm run bench -- decomposition` runs with 100,000 draws a row.
test("95 % intervals hold the true terms about 95 times in 100, all bands at once too, and equal rates seldom raise an alarm", () => {
  for (const cell of [
    { rate: 0.01, samples: 1000 },
    { rate: 0.05, samples: 1000 },
    { rate: 0.2, samples: 200 },
  ]) {
    const { rung, term, band, score, falseAlarms } = coverageOf(cell, 2000, 200, 1);
    for (const share of [rung, term]) {
      expect(share).toBeGreaterThan(0.93);
      expect(share).toBeLessThan(0.975);
    }
    expect(band).toBeGreaterThan(0.94);
    expect(score).toBeGreaterThan(0.9);
    expect(falseAlarms).toBeLessThan(0.05);
  }
});

test("where errors are rare the textbook's ±1.96 standard errors fail, and these do not", () => {
  const { term, wald, band } = coverageOf({ rate: 0.005, samples: 50 }, 2000, 0, 1);
  expect(wald).toBeLessThan(0.6);
  expect(term).toBeGreaterThan(0.95);
  expect(band).toBeGreaterThan(0.95);
});
