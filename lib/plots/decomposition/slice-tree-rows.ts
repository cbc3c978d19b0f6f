import type { Interval } from "../../core/index.js";

/** What is drawn of a slice; `findSlices` gives it. */
export interface DrawnSlice {
  readonly conditions: readonly { readonly text: string }[];
  readonly samples: number;
  readonly errors: number;
  readonly error: Interval;
  readonly recoverable: Interval;
}

/** What is drawn of a report on slices; `findSlices` gives it. */
export interface DrawnSlices {
  readonly slices: readonly DrawnSlice[];
  readonly samples: number;
  readonly errors: number;
  readonly confidence: number;
  readonly reading: string;
}

/** One line of the tree: all samples, or a slice inside the line that it hangs on. */
export interface SliceTreeRow {
  /** What the slice has that its parent has not. */
  readonly label: string;
  readonly depth: number;
  /** The row that it hangs on; −1 for the root. */
  readonly parent: number;
  readonly samples: number;
  readonly error: Interval;
  /** Points of error to win where the slice does no worse than the rest; absent for the root. */
  readonly recoverable?: Interval;
}

/**
 * The slices as a tree under all samples: a slice hangs on the one with the most of its conditions, siblings in the order in
 * which they came.
 *
 * @param all - the error of all samples
 */
export function sliceTreeRows({ slices }: DrawnSlices, all: Interval & { samples: number }): SliceTreeRow[] {
  const textsOf = ({ conditions }: DrawnSlice) => conditions.map(({ text }) => text);
  const parentOf = (slice: DrawnSlice) => {
    const own = new Set(textsOf(slice));
    const above = slices.filter(
      (other) => other.conditions.length < own.size && textsOf(other).every((text) => own.has(text)),
    );
    return above.sort((a, b) => b.conditions.length - a.conditions.length)[0];
  };
  const { samples, ...error } = all;
  const rows: SliceTreeRow[] = [{ label: "all samples", depth: 0, parent: -1, samples, error }];
  const hang = (parent: DrawnSlice | undefined, at: number, depth: number) => {
    for (const slice of slices.filter((candidate) => parentOf(candidate) === parent)) {
      const above = new Set(parent === undefined ? [] : textsOf(parent));
      const label = textsOf(slice)
        .filter((text) => !above.has(text))
        .join(" and ");
      const { error, recoverable } = slice;
      rows.push({ label, depth, parent: at, samples: slice.samples, error, recoverable });
      hang(slice, rows.length - 1, depth + 1);
    }
  };
  hang(undefined, 0, 1);
  return rows;
}
