/**
 * How wide each kernel is along one axis of length 1: as far as to its farther neighbour, and at least `least`.
 *
 * @param centres - NaN where a trial has none
 * @see J. Bergstra, R. Bardenet, Y. Bengio and B. Kégl, "Algorithms for Hyper-Parameter Optimization" (2011)
 */
export function bandwidths(centres: Float64Array, least: (kernels: number) => number): Float64Array {
  // Typed arrays sort NaN to the end.
  const sorted = centres.slice().sort();
  let last = sorted.length - 1;
  while (last >= 0 && Number.isNaN(sorted[last]!)) last--;
  const narrowest = least(last + 1);
  const widths = new Float64Array(centres.length);
  for (let k = 0; k < centres.length; k++) {
    const centre = centres[k]!;
    if (Number.isNaN(centre)) continue;
    const i = placeOf(sorted, last, centre);
    // A single one has the ends for neighbours.
    const left = i > 0 ? centre - sorted[i - 1]! : last === 0 ? centre : 0;
    const right = i < last ? sorted[i + 1]! - centre : last === 0 ? 1 - centre : 0;
    widths[k] = Math.min(1, Math.max(narrowest, left, right));
  }
  return widths;
}

/** Where a value stands in a sorted array, the first of equals. */
function placeOf(sorted: Float64Array, last: number, value: number): number {
  let from = 0;
  let to = last;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
