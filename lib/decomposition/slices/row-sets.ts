import type { SlicePlace } from "./slice-place.js";
import type { SortedSamples } from "./sort-samples.js";

/** A set of samples, one bit each. */
export type RowSet = Uint32Array;

/** The sets of samples that slices are cut from: first the samples with a loss, then, from a word of their own, the others. */
export interface RowSets {
  /** All samples. */
  readonly all: RowSet;
  /** The words of the samples with a loss. */
  readonly lossyWords: number;
  /** The sets of a slice's conditions, one per tag. */
  of(place: SlicePlace): RowSet[];
}

/** Makes the row set of each tag's range when it is first asked for. */
export function rowSets({ tags, losses, size }: SortedSamples): RowSets {
  const lossyWords = Math.ceil(losses.length / 32);
  const gap = 32 * lossyWords - losses.length;
  const words = Math.ceil((size + gap) / 32);
  const setOf = (holds: (row: number) => boolean): RowSet => {
    const set = new Uint32Array(words);
    for (let row = 0; row < size; row++) {
      if (!holds(row)) continue;
      const bit = row < losses.length ? row : row + gap;
      set[bit >> 5]! |= 1 << (bit & 31);
    }
    return set;
  };
  const made = new Map<string, RowSet>();
  const rowsIn = (tag: number, range: number): RowSet => {
    const key = `${tag} ${range}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const { codes, ranges } = tags[tag]!;
    const { first, last } = ranges[range]!;
    const set = setOf((row) => codes[row]! >= first && codes[row]! <= last);
    made.set(key, set);
    return set;
  };
  return {
    all: setOf(() => true),
    lossyWords,
    of: (place) => place.tags.map((tag, i) => rowsIn(tag, place.ranges[i]!)),
  };
}

/** How many samples are in all of the sets, among those of the words from … to − 1. */
export function countInAll(sets: readonly RowSet[], from: number, to: number): number {
  const [a, b = a, c = a, d = a] = sets as [RowSet, RowSet?, RowSet?, RowSet?];
  let count = 0;
  for (let word = from; word < to; word++) {
    // The bits of a word, added in pairs, fours, eights and then all at once.
    let bits = a[word]! & b[word]! & c[word]! & d[word]!;
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** Takes out of `set` what is in all of the others. */
export function removeAll(set: RowSet, others: readonly RowSet[]): void {
  for (let word = 0; word < set.length; word++) {
    let bits = set[word]!;
    for (const other of others) bits &= other[word]!;
    set[word]! &= ~bits;
  }
}
