/** How large what one layer gives out is, as `activationVariance` measures it. */
export interface LayerVariance {
  readonly layer: string;
  readonly variance: number;
}

/** One network's variances with the numbers that are said of them. */
export interface ActivationVarianceSeries {
  readonly name: string;
  /** From the first layer to the last. */
  readonly variances: readonly number[];
  readonly first: number;
  readonly last: number;
  /** The largest over the smallest; Infinity where one is 0 or not finite. */
  readonly spread: number;
  /** The mean factor from one layer to the next, over the layers that are neither 0 nor infinite. */
  readonly factor: number;
  /** The first layer, counted from 1, whose variance is 0 or not finite: float32 has no such numbers. */
  readonly lostAt?: number;
}

/** What is said of each network. */
export function activationVarianceSeries(
  networks: Readonly<Record<string, readonly LayerVariance[]>>,
): ActivationVarianceSeries[] {
  return Object.entries(networks).map(([name, rows]) => seriesOf(name, rows));
}

function seriesOf(name: string, rows: readonly LayerVariance[]): ActivationVarianceSeries {
  const variances = rows.map(({ variance }) => variance);
  const lost = variances.findIndex((variance) => !(variance > 0 && Number.isFinite(variance)));
  const kept = lost === -1 ? variances : variances.slice(0, lost);
  const [first, last] = [variances[0]!, variances.at(-1)!];
  return {
    name,
    variances,
    first,
    last,
    spread: lost === -1 ? Math.max(...variances) / Math.min(...variances) : Number.POSITIVE_INFINITY,
    factor: kept.length < 2 ? 1 : (kept.at(-1)! / kept[0]!) ** (1 / (kept.length - 1)),
    ...(lost === -1 ? {} : { lostAt: lost + 1 }),
  };
}
