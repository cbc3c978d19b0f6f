import { expect, test } from "vitest";
import { pickRows, tellingRows } from "../../../lib/search/gaussian-process/telling-rows.js";

test("of many samples those of the best values are kept, and others from all along the way", () => {
  // Best in the middle: rows 40 … 59 of 100.
  const values = Float64Array.from({ length: 100 }, (_, row) => Math.abs(row - 49.5));
  const rows = [...tellingRows(values, 20)];
  expect(rows.length).toBe(20);
  expect(rows.filter((row) => row >= 45 && row < 55).length).toBe(10);
  expect(rows.filter((row) => row < 45).length).toBe(5);
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
  expect(new Set(rows).size).toBe(20);
});

test("few samples are all kept", () => {
  expect(tellingRows(Float64Array.of(3, 1, 2), 3)).toEqual(Float64Array.of(0, 1, 2));
});

test("rows are picked with their coordinates", () => {
  const observations = { points: Float64Array.of(1, 2, 3, 4, 5, 6), samples: 3, axes: 2, numeric: 1 };
  expect(pickRows(observations, Float64Array.of(0, 2))).toEqual({
    points: Float64Array.of(1, 2, 5, 6),
    samples: 2,
    axes: 2,
    numeric: 1,
  });
});
