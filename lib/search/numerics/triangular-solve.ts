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
    // Row i of the inverse: what the rows above give, two at once, each weighted by L's element, over the pivot.
    let k = 0;
    let kStart = 0;
    for (; k + 1 < i; k += 2) {
      const next = kStart + k + 1;
      const a = -lower[start + k]! * pivot;
      const b = -lower[start + k + 1]! * pivot;
      for (let j = 0; j <= k; j++) inverse[start + j]! += a * inverse[kStart + j]! + b * inverse[next + j]!;
      inverse[start + k + 1]! += b * inverse[next + k + 1]!;
      kStart = next + k + 2;
    }
    if (k < i) {
      const a = -lower[start + k]! * pivot;
      for (let j = 0; j <= k; j++) inverse[start + j]! += a * inverse[kStart + j]!;
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
  // Each pair of rows of L⁻¹ adds its products to all elements up to its length.
  for (let k = rows % 2, kStart = k; k < rows; k += 2) {
    const next = kStart + k + 1;
    for (let i = 0, start = 0; i <= k; start += ++i) {
      const a = inverseLower[kStart + i]!;
      const b = inverseLower[next + i]!;
      for (let j = 0; j <= i; j++)
        inverse[start + j]! += a * inverseLower[kStart + j]! + b * inverseLower[next + j]!;
    }
    const last = inverseLower[next + k + 1]!;
    for (let j = 0; j <= k + 1; j++) inverse[next + j]! += last * inverseLower[next + j]!;
    kStart = next + k + 2;
  }
  if (rows % 2 === 1) inverse[0]! += inverseLower[0]! ** 2;
  return inverse;
}
