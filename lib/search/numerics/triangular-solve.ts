import { dot, type PackedMatrix } from "./packed-cholesky.js";

/**
 * Solves Ly = x by forward substitution, y written over x.
 *
 * @param lower - a packed lower triangle
 * @example
 * solveLower(Float64Array.of(2, 1, 2), 2, Float64Array.of(4, 6)); // Float64Array [2, 2]
 */
export function solveLower(lower: PackedMatrix, rows: number, x: Float64Array): Float64Array {
  for (let i = 0, start = 0; i < rows; start += ++i)
    x[i] = (x[i]! - dot(lower, start, x, 0, i)) / lower[start + i]!;
  return x;
}

/**
 * Solves Lᵀy = x by back substitution, y written over x.
 *
 * @param lower - a packed lower triangle
 * @example
 * solveLowerTransposed(Float64Array.of(2, 1, 2), 2, Float64Array.of(4, 6)); // Float64Array [0.5, 3]
 */
export function solveLowerTransposed(lower: PackedMatrix, rows: number, x: Float64Array): Float64Array {
  for (let i = rows - 1, start = (rows * (rows - 1)) / 2; i >= 0; start -= i--) {
    const value = x[i]! / lower[start + i]!;
    x[i] = value;
    for (let j = 0; j < i; j++) x[j]! -= value * lower[start + j]!;
  }
  return x;
}

/**
 * The inverse of a packed lower triangle, packed itself, in an array of its own.
 *
 * @example
 * invertLower(Float64Array.of(2, 1, 2), 2); // Float64Array [0.5, -0.25, 0.5]
 */
export function invertLower(lower: PackedMatrix, rows: number): PackedMatrix {
  const inverse = new Float64Array((rows * (rows + 1)) / 2);
  for (let i = 0, start = 0; i < rows; start += ++i) {
    const pivot = 1 / lower[start + i]!;
    // Row i of the inverse: what the rows above give, each weighted by L's element, over the pivot.
    for (let k = 0, kStart = 0; k < i; kStart += ++k) {
      const weight = -lower[start + k]! * pivot;
      for (let j = 0; j <= k; j++) inverse[start + j]! += weight * inverse[kStart + j]!;
    }
    inverse[start + i] = pivot;
  }
  return inverse;
}

/**
 * The packed lower triangle of (LLᵀ)⁻¹ = L⁻ᵀL⁻¹, from L's inverse.
 *
 * @example
 * inverseFromFactor(Float64Array.of(0.5, -0.25, 0.5), 2); // Float64Array [0.3125, -0.125, 0.25]
 */
export function inverseFromFactor(inverseLower: PackedMatrix, rows: number): PackedMatrix {
  const inverse = new Float64Array((rows * (rows + 1)) / 2);
  for (let k = 0, kStart = 0; k < rows; kStart += ++k)
    for (let i = 0, start = 0; i <= k; start += ++i) {
      const weight = inverseLower[kStart + i]!;
      for (let j = 0; j <= i; j++) inverse[start + j]! += weight * inverseLower[kStart + j]!;
    }
  return inverse;
}
