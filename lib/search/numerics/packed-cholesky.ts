/**
 * A symmetric matrix' lower triangle, row after row: element (i, j ≤ i) stands at i(i + 1)/2 + j, so that a new row is
 * appended without moving the others.
 */
export type PackedMatrix = Float64Array;

/** How many numbers the lower triangle of a matrix with so many rows has. */
export function packedLength(rows: number): number {
  return (rows * (rows + 1)) / 2;
}

/**
 * Cholesky's factor L of a positive definite matrix A = LLᵀ, written over it, from row `firstRow` on: the rows above are
 * taken as factored already, so appended rows cost rows² each instead of rows³.
 *
 * @param matrix - packed rows of A from `firstRow` on, of L above it; changed in place
 * @returns whether A is positive definite to working precision; where it is not, the factor is of no use
 * @see G. Golub and C. Van Loan, "Matrix Computations" (2013), section 4.2
 * @example
 * const matrix = Float64Array.of(4, 2, 5);
 * packedCholesky(matrix, 2); // true
 * matrix; // Float64Array [2, 1, 2]
 */
export function packedCholesky(matrix: PackedMatrix, rows: number, firstRow = 0): boolean {
  for (let i = firstRow, iStart = packedLength(firstRow); i < rows; iStart += ++i) {
    let j = 0;
    let jStart = 0;
    // Two columns at once, for both read row i; the second then takes what the first has just become.
    for (; j + 1 < i; j += 2) {
      const next = jStart + j + 1;
      let [a0, a1, b0, b1] = [0, 0, 0, 0];
      for (let k = 0; k < j; k += 2) {
        const x0 = matrix[iStart + k]!;
        const x1 = matrix[iStart + k + 1]!;
        a0 += x0 * matrix[jStart + k]!;
        a1 += x1 * matrix[jStart + k + 1]!;
        b0 += x0 * matrix[next + k]!;
        b1 += x1 * matrix[next + k + 1]!;
      }
      const value = (matrix[iStart + j]! - (a0 + a1)) / matrix[jStart + j]!;
      matrix[iStart + j] = value;
      matrix[iStart + j + 1] =
        (matrix[iStart + j + 1]! - (b0 + b1) - value * matrix[next + j]!) / matrix[next + j + 1]!;
      jStart = next + j + 2;
    }
    if (j < i) {
      const rest = matrix[iStart + j]! - dot(matrix, iStart, matrix, jStart, j);
      matrix[iStart + j] = rest / matrix[jStart + j]!;
    }
    const diagonal = matrix[iStart + i]!;
    const square = diagonal - dot(matrix, iStart, matrix, iStart, i);
    if (!(square > 1e-14 * diagonal)) return false;
    matrix[iStart + i] = Math.sqrt(square);
  }
  return true;
}

/** Sum of products of two stretches of numbers, by four partial sums that do not wait for one another. */
export function dot(
  a: Float64Array,
  aStart: number,
  b: Float64Array,
  bStart: number,
  length: number,
): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let k = 0;
  for (; k + 3 < length; k += 4) {
    s0 += a[aStart + k]! * b[bStart + k]!;
    s1 += a[aStart + k + 1]! * b[bStart + k + 1]!;
    s2 += a[aStart + k + 2]! * b[bStart + k + 2]!;
    s3 += a[aStart + k + 3]! * b[bStart + k + 3]!;
  }
  for (; k < length; k++) s0 += a[aStart + k]! * b[bStart + k]!;
  return s0 + s1 + (s2 + s3);
}
