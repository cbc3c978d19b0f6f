/** What each feature is shifted by and divided through. */
export interface Standardization {
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/**
 * Mean and deviation of each column; a column that is constant but for rounding gets a deviation of 1.
 *
 * @param rows - row-major, shape [rows, columns]
 * @see scikit-learn, `sklearn.preprocessing.StandardScaler`
 */
export function standardizationOf(rows: Float32Array, columns: number): Standardization {
  const count = rows.length / columns;
  const means = new Float64Array(columns);
  for (let i = 0; i < rows.length; i++) means[i % columns]! += rows[i]! / count;
  const variances = new Float64Array(columns);
  for (let i = 0; i < rows.length; i++)
    variances[i % columns]! += (rows[i]! - means[i % columns]!) ** 2 / count;
  const deviations = variances.map((variance, k) => {
    const rounding = (count * Math.abs(means[k]!) * Number.EPSILON) ** 2;
    return variance <= rounding ? 1 : Math.sqrt(variance);
  });
  return { means, deviations };
}

/** (rows − means) / deviations, in place. */
export function standardize(rows: Float32Array, { means, deviations }: Standardization): void {
  const columns = means.length;
  for (let i = 0; i < rows.length; i++) rows[i] = (rows[i]! - means[i % columns]!) / deviations[i % columns]!;
}
