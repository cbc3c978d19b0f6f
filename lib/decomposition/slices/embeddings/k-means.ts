import { integerBelow, type RandomSource } from "../../../core/index.js";

/** Rounds at most; fewer where nobody moves. */
const rounds = 25;

/**
 * Centres of clusters of points, begun with points that are far from each other.
 *
 * @param count - of centres; fewer come back where there are fewer points
 * @see S. Lloyd, "Least Squares Quantization in PCM" (1982); D. Arthur and S. Vassilvitskii, "k-means++" (2007)
 */
export function kMeans(points: readonly Float64Array[], count: number, random: RandomSource): Float64Array[] {
  const centres = [points[integerBelow(points.length, random)]!.slice()];
  const nearest = points.map((point) => squared(point, centres[0]!));
  while (centres.length < Math.min(count, points.length)) {
    const total = nearest.reduce((sum, distance) => sum + distance, 0);
    let below = random() * total;
    let pick = 0;
    while (pick < points.length - 1 && below >= nearest[pick]!) below -= nearest[pick++]!;
    const centre = points[pick]!.slice();
    centres.push(centre);
    for (const [i, point] of points.entries()) nearest[i] = Math.min(nearest[i]!, squared(point, centre));
  }
  let home: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const next = points.map((point) => closest(point, centres));
    if (next.every((cluster, i) => cluster === home[i])) break;
    home = next;
    for (const [c, centre] of centres.entries()) {
      const own = points.filter((_, i) => home[i] === c);
      if (own.length === 0) continue;
      centre.fill(0);
      for (const point of own) for (let k = 0; k < centre.length; k++) centre[k]! += point[k]! / own.length;
    }
  }
  return centres;
}

function closest(point: Float64Array, centres: readonly Float64Array[]): number {
  const distances = centres.map((centre) => squared(point, centre));
  return distances.indexOf(Math.min(...distances));
}

function squared(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k]! - b[k]!) ** 2;
  return sum;
}
