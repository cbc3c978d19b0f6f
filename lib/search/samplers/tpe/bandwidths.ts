/** A hundredth of the axis is narrow enough to look closely, and wide enough not to be a spike. */
const narrowest = 0.01;

/**
 * How wide each kernel is along one axis of length 1: as far as to its farther neighbour, and not below a width that
 * shrinks with the number of kernels.
 *
 * That width is (kernels + 2) to the power of −1.5, which looks closely after fewer trials than the paper's −1, and does
 * not get stuck as −2 does (`npm run bench -- search`, on eight functions plain and shifted).
 *
 * @param centres - NaN where a trial has none
 * @see J. Bergstra, R. Bardenet, Y. Bengio and B. Kégl, "Algorithms for Hyper-Parameter Optimization" (2011)
 */
export function bandwidths(centres: Float64Array): Float64Array {
  // Typed arrays sort NaN to the end.
  const sorted = centres.slice().sort();
  let last = sorted.length - 1;
  while (last >= 0 && Number.isNaN(sorted[last]!)) last--;
  const least = Math.max(narrowest, (last + 3) ** -1.5);
  const widths = new Float64Array(centres.length);
  for (let k = 0; k < centres.length; k++) {
    const centre = centres[k]!;
    if (Number.isNaN(centre)) continue;
    const i = placeOf(sorted, last, centre);
    // A single one has the ends for neighbours.
    const left = i > 0 ? centre - sorted[i - 1]! : last === 0 ? centre : 0;
    const right = i < last ? sorted[i + 1]! - centre : last === 0 ? 1 - centre : 0;
    widths[k] = Math.min(1, Math.max(least, left, right));
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
