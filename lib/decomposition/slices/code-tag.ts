/** A tag with its values numbered from 0, the lowest first. */
export interface CodedTag {
  readonly name: string;
  /** One code per sample. */
  readonly codes: Uint8Array;
  /** What each code stands for: the lowest and the highest value that occurs in it. */
  readonly values: readonly { readonly from: number; readonly to: number }[];
  /** Whether neighbouring codes may be taken together. */
  readonly ordered: boolean;
  /** Whether each code is one value, not a bin. */
  readonly exact: boolean;
  /** The code of samples without a value; undefined where all have one. */
  readonly missing?: number;
}

/** Edges of bins are those of so many values at most: they need not split the samples evenly to the last one. */
const sampled = 20_000;

/**
 * Numbers a tag's values: each its own code where there are few, bins of about equally many samples where there are many.
 *
 * @param bins - how many values may be told apart, 2…32
 * @param ordered - whether neighbouring values may be taken together
 * @example
 * const { codes, values } = codeTag("distance", Float32Array.of(10, 30, 20, 40), { bins: 2, ordered: true });
 * codes; // Uint8Array [0, 1, 0, 1]
 * values; // [{ from: 10, to: 20 }, { from: 30, to: 40 }]
 */
export function codeTag(
  name: string,
  column: Float32Array,
  { bins, ordered }: { bins: number; ordered: boolean },
): CodedTag {
  const uppers = distinctValues(column, ordered ? bins : most) ?? binEnds(column, bins);
  const codes = new Uint8Array(column.length);
  const from = uppers.map(() => Number.POSITIVE_INFINITY);
  const to = uppers.map(() => Number.NEGATIVE_INFINITY);
  const none = uppers.length;
  let isMissing = false;
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    if (Number.isNaN(value)) {
      codes[row] = none;
      isMissing = true;
      continue;
    }
    let code = 0;
    while (value > uppers[code]!) code++;
    codes[row] = code;
    if (value < from[code]!) from[code] = value;
    if (value > to[code]!) to[code] = value;
  }
  const values = uppers.map((_, code) => ({ from: from[code]!, to: to[code]! }));
  if (values.length > 0 && values.at(-1)!.to === Number.NEGATIVE_INFINITY) values.pop();
  const exact = values.every((value) => value.from === value.to);
  return { name, codes, values, ordered, exact, ...(isMissing ? { missing: none } : {}) };
}

/** A tag without order is not binned; beyond so many values it is. */
const most = 32;

/** The values that occur, ascending; undefined where there are more than `limit`. */
function distinctValues(column: Float32Array, limit: number): number[] | undefined {
  const seen: number[] = [];
  let last = Number.NaN;
  for (const value of column) {
    if (value === last || Number.isNaN(value)) continue;
    last = value;
    if (seen.includes(value)) continue;
    if (seen.length === limit) return undefined;
    seen.push(value);
  }
  return seen.sort((a, b) => a - b);
}

/** The upper end of each bin, the last one without end; equal values never part. */
function binEnds(column: Float32Array, bins: number): number[] {
  const step = Math.max(1, Math.floor(column.length / sampled));
  const sorted = column.filter((value, row) => row % step === 0 && !Number.isNaN(value)).sort();
  const ends = Array.from({ length: bins - 1 }, (_, k) => {
    const place = Math.ceil(((k + 1) * sorted.length) / bins) - 1;
    return sorted[Math.max(0, place)]!;
  });
  return [...new Set(ends), Number.POSITIVE_INFINITY];
}
