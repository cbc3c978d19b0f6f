import type { CodeRange } from "./code-ranges.js";

/** An axis of a table: how many codes it has, and which ranges of them are asked for. */
interface Axis {
  readonly width: number;
  readonly ranges: readonly CodeRange[];
}

/**
 * From a table over codes to one over ranges of codes, axis by axis: each range is a difference of two running sums.
 *
 * @param table - row-major, the last axis varying fastest
 * @example
 * const axis = { width: 3, ranges: [{ first: 0, last: 0 }, { first: 1, last: 2 }] };
 * sumRanges(Float64Array.of(5, 7, 9), [axis]); // Float64Array [5, 16]
 */
export function sumRanges(table: Float64Array, axes: readonly Axis[]): Float64Array {
  let current = table;
  for (let at = 0; at < axes.length; at++) {
    const { width, ranges } = axes[at]!;
    if (ranges.length === width && ranges.every(({ first, last }, i) => first === i && last === i)) continue;
    const before = axes.slice(0, at).reduce((product, axis) => product * axis.ranges.length, 1);
    const after = current.length / (before * width);
    current = sumAxis(current, ranges, { before, width, after });
  }
  return current;
}

function sumAxis(
  table: Float64Array,
  ranges: readonly CodeRange[],
  { before, width, after }: { before: number; width: number; after: number },
): Float64Array {
  const result = new Float64Array(before * ranges.length * after);
  const running = new Float64Array(width + 1);
  for (let outer = 0; outer < before; outer++)
    for (let inner = 0; inner < after; inner++) {
      for (let code = 0; code < width; code++)
        running[code + 1] = running[code]! + table[(outer * width + code) * after + inner]!;
      for (let r = 0; r < ranges.length; r++) {
        const { first, last } = ranges[r]!;
        result[(outer * ranges.length + r) * after + inner] = running[last + 1]! - running[first]!;
      }
    }
  return result;
}
