/** What is in an array of numbers, in one pass. */
export interface ValueRange {
  /** Of the finite values. */
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  /** Root of the mean square: the size of a typical value. */
  readonly rootMeanSquare: number;
  /** How many are NaN or infinite. */
  readonly nonFinite: number;
  /** Where the first of them is, or −1. */
  readonly firstNonFinite: number;
}

/**
 * The range of an array's finite values, and how many are not finite.
 *
 * @example
 * valueRange([0, 4, NaN]).nonFinite; // 1
 */
export function valueRange(values: ArrayLike<number>): ValueRange {
  let [min, max, sum, squares, nonFinite, firstNonFinite] = [Infinity, -Infinity, 0, 0, 0, -1];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) {
      if (nonFinite++ === 0) firstNonFinite = i;
      continue;
    }
    if (value < min) min = value;
    if (value > max) max = value;
    sum += value;
    squares += value * value;
  }
  const finite = values.length - nonFinite;
  return {
    min,
    max,
    mean: sum / finite,
    rootMeanSquare: Math.sqrt(squares / finite),
    nonFinite,
    firstNonFinite,
  };
}
