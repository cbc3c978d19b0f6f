import type { Observations } from "./likelihood.js";

/**
 * At most `limit` rows, in order: those of the least values, and of the others as many, evenly over the order they came in.
 *
 * @example
 * tellingRows(Float64Array.of(5, 1, 4, 2, 3), 2); // Float64Array [0, 1]
 */
export function tellingRows(values: Float64Array, limit: number): Float64Array {
  const all = Float64Array.from(values, (_, row) => row);
  if (values.length <= limit) return all;
  const byValue = all.sort((a, b) => values[a]! - values[b]! || a - b);
  const half = Math.floor(limit / 2);
  const others = byValue.slice(half).sort();
  const spread = Array.from({ length: half }, (_, i) => others[Math.floor((i * others.length) / half)]!);
  return Float64Array.from([...byValue.subarray(0, half), ...spread]).sort();
}

/** Some of the samples. */
export function pickRows({ points, axes, numeric }: Observations, rows: Float64Array): Observations {
  const picked = new Float64Array(rows.length * axes);
  rows.forEach((row, i) => {
    picked.set(points.subarray(row * axes, (row + 1) * axes), i * axes);
  });
  return { points: picked, samples: rows.length, axes, numeric };
}
