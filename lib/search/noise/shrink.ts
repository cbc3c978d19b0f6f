import { quantile } from "../../core/index.js";

/** How values of several configurations came about. */
export interface Spreads {
  /** Standard deviation of one configuration's value from seed to seed. */
  readonly noise: number;
  /** Standard deviation of the configurations' true values. */
  readonly between: number;
  /** The true values' mean. */
  readonly centre: number;
  /** From how many configurations this is known. */
  readonly configurations: number;
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
  return { noise, between: Math.sqrt(variance), centre, configurations: means.length };
}

/**
 * The same for configurations that were run once: from the better half of the values, for the worse one tells how bad a
 * configuration may be, and not how good ones differ. The median is the centre, and what lies below it is taken to lie above it, too.
 *
 * @param values - to be minimised
 */
export function betterSpreads(values: readonly number[], noise: number): Spreads {
  const sorted = [...values].sort((a, b) => a - b);
  const centre = quantile(sorted, 0.5);
  const below = sorted.filter((value) => value < centre);
  const square = below.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length / 2);
  const between = Math.sqrt(Math.max(0, square - noise ** 2));
  return { noise, between, centre, configurations: values.length / 2 };
}

/** By so many standard errors a mean is drawn at most: one far off is no kin of the others. */
const mostErrors = 2;

/**
 * What a configuration will repeat: its mean drawn towards that of all, the more the noisier it is, with its standard deviation,
 * which counts that the spread between configurations is known from few of them.
 *
 * @see B. Efron and C. Morris, "Limiting the Risk of Bayes and Empirical Bayes Estimators, Part II" (1972)
 * @see C. Morris, "Parametric Empirical Bayes Inference" (1983), sections 4 and 5
 */
export function shrunk(
  { mean, runs }: RunMean,
  { noise, between, centre, configurations: k }: Spreads,
): { value: number; deviation: number } {
  const error = noise ** 2 / runs;
  const taken = k > 3 && error > 0 ? (((k - 3) / (k - 1)) * error) / (error + between ** 2) : 0;
  const most = mostErrors * Math.sqrt(error);
  const off = Math.max(-most, Math.min(most, taken * (mean - centre)));
  const doubt = k > 3 ? (2 / (k - 3)) * off ** 2 : 0;
  return { value: mean - off, deviation: Math.sqrt(error * (1 - ((k - 1) / k) * taken) + doubt) };
}
