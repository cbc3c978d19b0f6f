/**
 * How wide each kernel is along one axis of length 1: as far as to its farther neighbour, not below 1/(kernels + 1) or
 * 0.01, so that no kernel is a spike.
 *
 * @param centres - NaN where a trial has none
 * @see J. Bergstra, R. Bardenet, Y. Bengio and B. Kégl, "Algorithms for Hyper-Parameter Optimization" (2011)
 */
export function bandwidths(centres: Float64Array): Float64Array {
  const widths = new Float64Array(centres.length);
  const sorted = centres.filter((centre) => !Number.isNaN(centre)).sort();
  const last = sorted.length - 1;
  const least = 1 / Math.min(100, sorted.length + 2);
  const widthAt = (i: number): number => {
    const left = i > 0 ? sorted[i]! - sorted[i - 1]! : last === 0 ? sorted[i]! : 0;
    const right = i < last ? sorted[i + 1]! - sorted[i]! : last === 0 ? 1 - sorted[i]! : 0;
    return Math.min(1, Math.max(least, left, right));
  };
  for (let k = 0; k < centres.length; k++) {
    const centre = centres[k]!;
    if (!Number.isNaN(centre)) widths[k] = widthAt(placeOf(sorted, centre));
  }
  return widths;
}

/** Where a value stands in a sorted array, the first of equals. */
function placeOf(sorted: Float64Array, value: number): number {
  let [from, to] = [0, sorted.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
