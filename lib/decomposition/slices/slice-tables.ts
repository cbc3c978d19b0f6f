import type { CountedTag, SortedSamples } from "./sort-samples.js";
import { sumRanges } from "./sum-ranges.js";

/** The slices of one, two or three tags: counts over every combination of a range of each. */
export interface SliceTable {
  /** Places of the tags in the list, ascending. */
  readonly tags: readonly number[];
  /** Ranges of each tag; the last one's vary fastest. */
  readonly shape: readonly number[];
  /** Samples of each slice. */
  readonly samples: Float64Array;
  /** The losses in each slice, summed. */
  readonly losses: Float64Array;
}

/**
 * Counts every slice of up to `degree` tags, one table for each combination of tags. Nothing is left out: counting a
 * combination's cells in one pass over the samples costs less than deciding which of them to skip.
 *
 * @param samples - from `sortSamples`
 */
export function* sliceTables(samples: SortedSamples, degree: number): Generator<SliceTable> {
  const { tags, losses } = samples;
  const none = new Uint16Array(samples.size);
  const table = (outer: Uint16Array, ...places: number[]): SliceTable => {
    const chosen = places.map((place) => tags[place]!);
    const size = chosen.reduce((product, { width }) => product * width, 1);
    const cells = { losses: new Float64Array(size), samples: new Float64Array(size) };
    addLosses(outer, chosen.at(-1)!, losses, cells);
    countRest(outer, chosen.at(-1)!, losses.length, cells.samples);
    return {
      tags: places,
      shape: chosen.map(({ ranges }) => ranges.length),
      samples: sumRanges(cells.samples, chosen),
      losses: sumRanges(cells.losses, chosen),
    };
  };
  for (let a = 0; a < tags.length; a++) {
    yield table(none, a);
    if (degree < 2) continue;
    const first = Uint16Array.from(tags[a]!.codes);
    for (let b = a + 1; b < tags.length; b++) {
      yield table(first, a, b);
      if (degree < 3) continue;
      const both = paired(first, tags[b]!);
      for (let c = b + 1; c < tags.length; c++) yield table(both, a, b, c);
    }
  }
}

function paired(outer: Uint16Array, { codes, width }: CountedTag): Uint16Array {
  const both = new Uint16Array(outer.length);
  for (let row = 0; row < both.length; row++) both[row] = outer[row]! * width + codes[row]!;
  return both;
}

function addLosses(
  outer: Uint16Array,
  { codes, width }: CountedTag,
  losses: Float32Array,
  cells: { losses: Float64Array; samples: Float64Array },
): void {
  for (let row = 0; row < losses.length; row++) {
    const cell = outer[row]! * width + codes[row]!;
    cells.losses[cell]! += losses[row]!;
    cells.samples[cell]!++;
  }
}

function countRest(
  outer: Uint16Array,
  { codes, width }: CountedTag,
  from: number,
  samples: Float64Array,
): void {
  const rows = codes.length;
  for (let row = from; row < rows; row++) samples[outer[row]! * width + codes[row]!]!++;
}
