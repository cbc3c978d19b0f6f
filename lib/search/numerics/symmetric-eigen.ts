/** Eigenvalues, and the eigenvectors as columns of a row-major matrix, in no particular order. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations.
 *
 * @param matrix - row-major: [size, size]
 * @see G. Golub and C. Van Loan, "Matrix Computations" (2013), section 8.5
 * @example
 * symmetricEigen(Float64Array.of(2, 0, 0, 3), 2).values; // Float64Array [2, 3]
 */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  const a = Float64Array.from(matrix);
  const vectors = Float64Array.from(matrix, (_, at) => (at % (size + 1) === 0 ? 1 : 0));
  for (let sweep = 0; sweep < 50; sweep++) {
    let [off, whole] = [0, 0];
    for (let at = 0; at < a.length; at++) {
      whole += a[at]! ** 2;
      if (at % (size + 1) !== 0) off += a[at]! ** 2;
    }
    if (off <= 1e-32 * whole) break;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, vectors, size, p, q);
  }
  return { values: Float64Array.from({ length: size }, (_, i) => a[i * size + i]!), vectors };
}

/** Turns axes p and q so that their element becomes 0. */
function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const element = a[p * size + q]!;
  if (element === 0) return;
  const slope = (a[q * size + q]! - a[p * size + p]!) / (2 * element);
  const tangent = (slope >= 0 ? 1 : -1) / (Math.abs(slope) + Math.sqrt(slope * slope + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  const turn = (matrix: Float64Array, i: number, j: number): void => {
    const [x, y] = [matrix[i]!, matrix[j]!];
    matrix[i] = cosine * x - sine * y;
    matrix[j] = sine * x + cosine * y;
  };
  for (let k = 0; k < size; k++) turn(a, k * size + p, k * size + q);
  for (let k = 0; k < size; k++) turn(a, p * size + k, q * size + k);
  for (let k = 0; k < size; k++) turn(vectors, k * size + p, k * size + q);
}
