/** A range of a tag's values. */
export interface TagBin {
  /** The value, or from where to where. */
  readonly label: string;
  contains(value: number): boolean;
}

/** More ranges than this cannot be taken in at a glance. */
const most = 6;

/**
 * The values of a tag in at most six ranges: each value its own where they are few, else ranges of equal width. Values
 * that are missing (NaN) come last, as "unknown".
 */
export function tagBins(values: ArrayLike<number>): TagBin[] {
  const distinct = new Set<number>();
  let [least, greatest, unknown] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, false];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value)) unknown = true;
    else if (value < least || value > greatest || distinct.size <= most) distinct.add(value);
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const known = distinct.size <= most ? eachValue([...distinct]) : equalRanges(least, greatest);
  return unknown ? [...known, { label: "unknown", contains: (value) => Number.isNaN(value) }] : known;
}

function eachValue(values: readonly number[]): TagBin[] {
  return [...values]
    .sort((a, b) => a - b)
    .map((value) => ({ label: shortNumber(value), contains: (other) => other === value }));
}

function equalRanges(least: number, greatest: number): TagBin[] {
  const width = (greatest - least) / most;
  return Array.from({ length: most }, (_, k) => {
    const from = least + k * width;
    const isLast = k === most - 1;
    return {
      label: `${shortNumber(from)} to ${shortNumber(from + width)}`,
      contains: (value) =>
        (k === 0 || value >= from) && (isLast ? value >= from : value < least + (k + 1) * width),
    };
  });
}

/**
 * A number in three digits at most.
 *
 * @example
 * shortNumber(2.0749); // "2.07"
 */
export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(3))).replace("-", "−");
}
