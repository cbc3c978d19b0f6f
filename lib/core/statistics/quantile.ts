/**
 * The value below which a share of the others lies, interpolated between the two next to it.
 *
 * @param sorted - from the smallest to the largest, one at least
 * @param share - 0…1
 * @see R. Hyndman and Y. Fan, "Sample Quantiles in Statistical Packages" (1996), definition 7, NumPy's default
 * @example
 * quantile([1, 2, 4], 0.75); // 3
 */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}
