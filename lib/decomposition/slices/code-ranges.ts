import type { CodedTag } from "./code-tag.js";

/** Codes that are taken together, the last one included. */
export interface CodeRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The ranges of a tag that a slice may ask for: each code by itself and, where neighbours may be taken together, each run
 * of them that is not all there is.
 */
export function codeRanges({ values, ordered, missing }: CodedTag, together: boolean): CodeRange[] {
  const ranges: CodeRange[] = [];
  for (let first = 0; first < values.length; first++) {
    const furthest = ordered && together ? values.length - 1 : first;
    for (let last = first; last <= furthest; last++)
      if (last - first + 1 < values.length || missing !== undefined) ranges.push({ first, last });
  }
  if (missing !== undefined) ranges.push({ first: missing, last: missing });
  return ranges;
}
