/**
 * The mean of some of the values.
 *
 * @example
 * meanOf(Float64Array.of(1, 2, 3), Uint32Array.of(0, 2, 2)).toFixed(3); // "2.333"
 */
export function meanOf(values: Float64Array, rows: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += values[rows[i]!]!;
  return sum / rows.length;
}
