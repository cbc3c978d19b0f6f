import { type CodeRange, codeRanges } from "./code-ranges.js";
import type { CodedTag } from "./code-tag.js";

/** A tag as the counting sees it. */
export interface CountedTag {
  /** One code per sample, below `width`. */
  readonly codes: Uint8Array;
  readonly width: number;
  readonly ranges: readonly CodeRange[];
}

/** Samples in another order: those with a loss first, since the others need no look at their loss. */
export interface SortedSamples {
  readonly tags: readonly CountedTag[];
  /** The losses above 0, of the samples that come first. */
  readonly losses: Float32Array;
  readonly size: number;
}

/**
 * Puts the samples with a loss first.
 *
 * @param losses - one number of 0 or more per sample
 * @param ranges - whether neighbouring values of a tag may be taken together
 */
export function sortSamples(
  tags: readonly CodedTag[],
  losses: Float32Array | Uint8Array,
  { ranges }: { ranges: boolean },
): SortedSamples {
  const size = losses.length;
  const order = new Uint32Array(size);
  let lossy = 0;
  for (let row = 0; row < size; row++) if (losses[row]! > 0) order[lossy++] = row;
  let next = lossy;
  for (let row = 0; row < size; row++) if (!(losses[row]! > 0)) order[next++] = row;
  const sorted = tags.map((tag) => {
    const codes = new Uint8Array(size);
    for (let i = 0; i < size; i++) codes[i] = tag.codes[order[i]!]!;
    const width = (tag.missing ?? tag.values.length - 1) + 1;
    return { codes, width, ranges: codeRanges(tag, ranges) };
  });
  const kept = new Float32Array(lossy);
  for (let i = 0; i < lossy; i++) kept[i] = losses[order[i]!]!;
  return { tags: sorted, losses: kept, size };
}
