/** What makes the spread of embeddings about their class's mean the same in every direction. */
export interface Whitening {
  /** Lower triangle L of the covariance L·Lᵀ, row-major, shape [width, width]. */
  readonly root: Float64Array;
  /** Means by class, shape [classes, width]. */
  readonly means: readonly Float64Array[];
}

/** So much of the mean variance is added to every direction: few samples know little of many directions. */
const ridge = 0.1;

/**
 * The covariance of rows about the mean of their class, as a triangle.
 *
 * @param rows - which to use
 * @see A. Cholesky's decomposition, as in G. Golub and C. Van Loan, "Matrix Computations" (2013), section 4.2
 */
export function whitening(
  values: Float32Array,
  width: number,
  { labels, classes, rows }: { labels: Int32Array; classes: number; rows: Uint32Array },
): Whitening {
  const means = Array.from({ length: classes }, () => new Float64Array(width));
  const counts = new Float64Array(classes);
  for (const row of rows) {
    counts[labels[row]!]!++;
    for (let k = 0; k < width; k++) means[labels[row]!]![k]! += values[row * width + k]!;
  }
  for (const [c, mean] of means.entries())
    for (let k = 0; k < width; k++) mean[k]! /= Math.max(1, counts[c]!);
  const root = new Float64Array(width * width);
  const gap = new Float64Array(width);
  for (const row of rows) {
    const mean = means[labels[row]!]!;
    for (let k = 0; k < width; k++) gap[k] = values[row * width + k]! - mean[k]!;
    for (let i = 0; i < width; i++) {
      const a = gap[i]! / rows.length;
      for (let j = 0; j <= i; j++) root[i * width + j]! += a * gap[j]!;
    }
  }
  let trace = 0;
  for (let i = 0; i < width; i++) trace += root[i * width + i]!;
  for (let i = 0; i < width; i++) root[i * width + i]! += ridge * (trace / width) + 1e-12;
  factorize(root, width);
  return { root, means };
}

/** In place: the lower triangle of a covariance becomes its Cholesky factor. */
function factorize(matrix: Float64Array, width: number): void {
  for (let i = 0; i < width; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * width + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * width + k]! * matrix[j * width + k]!;
      matrix[i * width + j] = i === j ? Math.sqrt(Math.max(sum, 1e-300)) : sum / matrix[j * width + j]!;
    }
}

/** L⁻¹ (row − its class's mean). */
export function whiten({ root, means }: Whitening, row: Float32Array, label: number): Float64Array {
  const width = row.length;
  const result = new Float64Array(width);
  for (let i = 0; i < width; i++) {
    let sum = row[i]! - means[label]![i]!;
    for (let k = 0; k < i; k++) sum -= root[i * width + k]! * result[k]!;
    result[i] = sum / root[i * width + i]!;
  }
  return result;
}

/** The direction in the embeddings' own space whose product with a row is that of `point` with the whitened row: L⁻ᵀ point. */
export function directionTo({ root }: Whitening, point: Float64Array): Float64Array {
  const width = point.length;
  const result = new Float64Array(width);
  for (let i = width - 1; i >= 0; i--) {
    let sum = point[i]!;
    for (let k = i + 1; k < width; k++) sum -= root[k * width + i]! * result[k]!;
    result[i] = sum / root[i * width + i]!;
  }
  return result;
}
