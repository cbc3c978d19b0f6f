/** Points of the plane, in pairs: x₀, y₀, x₁, y₁, … */
export type Points = Float64Array;

/**
 * P(class 1) of a point, where each class is an equal mix of centres with Gaussian noise of one standard deviation.
 *
 * A curve is a mix of many centres, closer together than the noise is wide. Without noise the nearer class is certain.
 *
 * @param classShare - P(class 1) of a point that nobody has looked at
 */
export function cloudPosterior(
  x: number,
  y: number,
  centres: readonly [class0: Points, class1: Points],
  { noise, classShare }: { noise: number; classShare: number },
): number {
  const [near0, near1] = [nearest(centres[0], x, y), nearest(centres[1], x, y)];
  if (noise === 0) return near1 < near0 ? 1 : 0;
  // Distances are taken from the smallest one, so that far points do not become 0/0.
  const offset = Math.min(near0, near1);
  const weight = (points: Points): number => {
    let sum = 0;
    for (let i = 0; i < points.length; i += 2)
      sum += Math.exp((offset - squaredDistance(points, i, x, y)) / (2 * noise * noise));
    return sum / (points.length / 2);
  };
  const [a, b] = [(1 - classShare) * weight(centres[0]), classShare * weight(centres[1])];
  return b / (a + b);
}

function nearest(points: Points, x: number, y: number): number {
  let least = Infinity;
  for (let i = 0; i < points.length; i += 2) least = Math.min(least, squaredDistance(points, i, x, y));
  return least;
}

function squaredDistance(points: Points, i: number, x: number, y: number): number {
  return (points[i]! - x) ** 2 + (points[i + 1]! - y) ** 2;
}
