import type { SliceTable } from "./slice-tables.js";

/** One slice by its tags and the range of each. */
export interface SlicePlace {
  /** Places of the tags in the list. */
  readonly tags: readonly number[];
  /** Places of the ranges among those of each tag. */
  readonly ranges: readonly number[];
}

/** What the cell of a table stands for. */
export function slicePlace({ tags, shape }: SliceTable, cell: number): SlicePlace {
  const ranges: number[] = [];
  let rest = cell;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    ranges.unshift(rest % shape[axis]!);
    rest = Math.floor(rest / shape[axis]!);
  }
  return { tags, ranges };
}
