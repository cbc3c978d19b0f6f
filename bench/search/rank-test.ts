/** What a rank test says of two groups. */
export interface RankTest {
  /** Two-sided. */
  readonly p: number;
  /** How often one of the first is below one of the second; ties count half. */
  readonly shareBelow: number;
}

/** Mann and Whitney's test, by the normal approximation with its corrections for ties and continuity. */
export function rankTest(a: readonly number[], b: readonly number[]): RankTest {
  const all = [...a.map((value) => ({ value, first: true })), ...b.map((value) => ({ value, first: false }))];
  all.sort((x, y) => x.value - y.value);
  let ranksOfFirst = 0;
  let ties = 0;
  for (let i = 0; i < all.length; ) {
    let end = i;
    while (end < all.length && all[end]!.value === all[i]!.value) end++;
    const rank = (i + end + 1) / 2;
    for (let k = i; k < end; k++) if (all[k]!.first) ranksOfFirst += rank;
    ties += (end - i) ** 3 - (end - i);
    i = end;
  }
  const [m, n, total] = [a.length, b.length, all.length];
  const above = ranksOfFirst - (m * (m + 1)) / 2;
  const spread = Math.sqrt(((m * n) / 12) * (total + 1 - ties / (total * (total - 1))));
  const z = spread === 0 ? 0 : Math.max(0, Math.abs(above - (m * n) / 2) - 0.5) / spread;
  return { p: Math.min(1, 2 * upperTail(z)), shareBelow: 1 - above / (m * n) };
}

/** C. Hastings' approximation (1955), to 7 digits. */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const sum =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 0.3989422804014327 * Math.exp(-0.5 * z * z) * sum;
}
