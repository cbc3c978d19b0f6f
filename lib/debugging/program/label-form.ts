/** Labels as numbers, and what kind of numbers they are. */
export interface LabelForm {
  /** Row-major, shape [samples, columns]. */
  readonly values: ArrayLike<number>;
  readonly samples: number;
  readonly columns: number;
  readonly form: "one-hot" | "several-hot" | "shares" | "integers" | "numbers";
  /** The class of each row, where rows have one; −1 for an all-zero row. */
  readonly classes?: Int32Array;
}

/**
 * Reads what labels are from the labels alone.
 *
 * - one-hot: rows of 0 and 1 with at most one 1 (an all-zero row is a one-hot row of a class that does not exist)
 * - several-hot: rows of 0 and 1, some with more than one 1
 * - shares: rows that sum to 1, such as smoothed labels
 * - integers: one whole number a row
 * - numbers: anything else
 *
 * @param values - row-major, shape [samples, columns]
 * @example
 * labelForm([0, 1, 1, 0], 2).form; // "one-hot"
 */
export function labelForm(values: ArrayLike<number>, samples: number): LabelForm {
  const columns = samples === 0 ? 0 : values.length / samples;
  const sums = new Float64Array(samples);
  const classes = new Int32Array(samples).fill(-1);
  let [binary, whole, positive] = [true, true, true];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const row = Math.floor(i / columns);
    if (value !== 0 && value !== 1) binary = false;
    if (!Number.isInteger(value)) whole = false;
    if (!(value >= 0)) positive = false;
    sums[row]! += value;
    const best = classes[row]!;
    if (value > 0 && (best < 0 || value > values[row * columns + best]!)) classes[row] = i - row * columns;
  }
  const base = { values, samples, columns };
  if (columns === 1) {
    if (!whole) return { ...base, form: "numbers" };
    return { ...base, form: "integers", classes: Int32Array.from(values) };
  }
  if (binary)
    return sums.every((sum) => sum <= 1)
      ? { ...base, form: "one-hot", classes }
      : { ...base, form: "several-hot" };
  if (positive && sums.every((sum) => Math.abs(sum - 1) < 1e-3)) return { ...base, form: "shares", classes };
  return { ...base, form: "numbers" };
}
