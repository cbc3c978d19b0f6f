/** Rounds of the mixture. */
const rounds = 30;

/**
 * The centre of a group of errors among errors that may lie anywhere: a mixture of one normal cloud, whose centre is looked
 * for, and the cloud of all samples, which whitening made standard and which is left as it is.
 *
 * @param points - whitened errors
 * @param start - where the group may be
 * @see A. Dempster, N. Laird and D. Rubin, "Maximum Likelihood from Incomplete Data via the EM Algorithm" (1977)
 */
export function groupCentre(points: readonly Float64Array[], start: Float64Array): Float64Array {
  let centre = start;
  let share = 0.5;
  for (let round = 0; round < rounds; round++) {
    const half = dot(centre, centre) / 2;
    const odds = share / (1 - share);
    const next = new Float64Array(centre.length);
    let total = 0;
    for (const point of points) {
      const ratio = odds * Math.exp(Math.min(500, dot(centre, point) - half));
      const weight = ratio / (1 + ratio);
      total += weight;
      for (let k = 0; k < next.length; k++) next[k]! += weight * point[k]!;
    }
    if (total < 1e-6) return centre;
    share = Math.min(0.99, Math.max(0.01, total / points.length));
    centre = next.map((sum) => sum / total);
  }
  return centre;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
