/** How values of several configurations came about. */
export interface Spreads {
  /** Standard deviation of one configuration's value from seed to seed. */
  readonly noise: number;
  /** Standard deviation of the configurations' true values. */
  readonly between: number;
  /** The true values' mean. */
  readonly centre: number;
}

/** A mean over some runs. */
export interface RunMean {
  readonly mean: number;
  readonly runs: number;
}

/** Noise within groups of runs, pooled; undefined where no group has two. */
export function noiseWithin(groups: readonly (readonly number[])[]): number | undefined {
  const many = groups.filter(({ length }) => length > 1);
  const freedom = many.reduce((sum, { length }) => sum + length - 1, 0);
  if (freedom === 0) return undefined;
  const squares = many.reduce((sum, group) => {
    const mean = group.reduce((a, b) => a + b, 0) / group.length;
    return sum + group.reduce((inner, value) => inner + (value - mean) ** 2, 0);
  }, 0);
  return Math.sqrt(squares / freedom);
}

/**
 * What is between configurations, once noise is taken off: by moments.
 *
 * @see R. DerSimonian and N. Laird, "Meta-Analysis in Clinical Trials" (1986)
 */
export function spreadsOf(means: readonly RunMean[], noise: number): Spreads {
  const weights = means.map(({ runs }) => runs);
  const total = weights.reduce((a, b) => a + b, 0);
  const centre = means.reduce((sum, { mean, runs }) => sum + runs * mean, 0) / total;
  const off = means.reduce((sum, { mean, runs }) => sum + runs * (mean - centre) ** 2, 0);
  const scale = total - weights.reduce((sum, w) => sum + w * w, 0) / total;
  const variance = scale > 0 ? Math.max(0, (off - (means.length - 1) * noise ** 2) / scale) : 0;
  return { noise, between: Math.sqrt(variance), centre };
}

/**
 * What a configuration will repeat: its mean drawn towards that of all, the more the noisier it is, with its standard deviation.
 *
 * @see C. Morris, "Parametric Empirical Bayes Inference" (1983)
 */
export function shrunk(
  { mean, runs }: RunMean,
  { noise, between, centre }: Spreads,
): { value: number; deviation: number } {
  const error = noise ** 2 / runs;
  const kept = between ** 2 + error === 0 ? 1 : between ** 2 / (between ** 2 + error);
  return { value: centre + kept * (mean - centre), deviation: Math.sqrt(kept * error) };
}
