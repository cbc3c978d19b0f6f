/** Sums as doubles, and their memory as words. */
export interface Sums {
  readonly values: Float64Array;
  readonly words: Uint32Array;
}

/** Room for at least `length` sums, kept for the next image. */
export function sumsScratch(): (length: number) => Sums {
  let kept: Sums = { values: new Float64Array(0), words: new Uint32Array(0) };
  return (length) => {
    if (kept.values.length < length) {
      const values = new Float64Array(length);
      kept = { values, words: new Uint32Array(values.buffer) };
    }
    return kept;
  };
}
