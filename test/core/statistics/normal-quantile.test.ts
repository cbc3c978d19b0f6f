import { expect, test } from "vitest";
import { normalQuantile, twoSidedQuantile } from "../../../lib/core/index.js";

test.each([
  [1e-300, -37.0470962993612],
  [1e-100, -21.273453560965326],
  [1e-10, -6.361340902404057],
  [0.001, -3.0902323061678136],
  [0.07, -1.4757910281791706],
  [0.3, -0.5244005127080408],
  [0.53125, 0.07841241273311221],
  [0.925, 1.439531470938456],
  [0.975, 1.9599639845400543],
  [0.995, 2.575829303548901],
])("normalQuantile(%d) agrees with mpmath's erfinv at 60 digits to 1e-12", (probability, expected) => {
  expect(normalQuantile(probability)).toBeAllClose(expected, { rtol: 1e-12 });
});

test("normalQuantile is 0 at one half, infinite at the ends, and refuses what is no probability", () => {
  expect([0, 0.5, 1].map(normalQuantile)).toEqual([Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY]);
  for (const wrong of [-0.1, 1.1, Number.NaN]) expect(() => normalQuantile(wrong)).toThrow("from 0 to 1");
});

test("twoSidedQuantile(confidence) refuses 95 and says what to pass", () => {
  expect(() => twoSidedQuantile(95)).toThrow("pass 0.95");
  for (const wrong of [0, 1, -1, Number.NaN])
    expect(() => twoSidedQuantile(wrong)).toThrow("between 0 and 1");
});
