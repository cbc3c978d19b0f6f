import { type Interval, studentQuantile } from "../../core/index.js";
import type { ModelsOnSamples } from "./models-of.js";

/** What each sample adds to some means, one array a mean, shape [samples]. */
export type Contributions<Name extends string> = Readonly<Record<Name, Float64Array>>;

/**
 * Means over the samples with intervals that know of both kinds of chance: which samples, by the spread of what each adds,
 * and which training sets, by leaving out one model at a time. Of two models the second is out of reach, and the
 * interval is that of the samples alone.
 *
 * @param contributions - of some of the models: what each sample adds to each mean
 * @param confidence - of each interval
 * @see B. Efron and C. Stein, "The Jackknife Estimate of Variance" (1981)
 */
export function estimateOverSamples<Name extends string>(
  data: ModelsOnSamples,
  contributions: (data: ModelsOnSamples) => Contributions<Name>,
  confidence: number,
): Record<Name, Interval> {
  const all = contributions(data);
  const leaveOneOut =
    data.models < 3
      ? []
      : data.said.map((_, out) =>
          contributions({
            ...data,
            models: data.models - 1,
            said: data.said.filter((_, model) => model !== out),
          }),
        );
  const t = studentQuantile(
    (1 + confidence) / 2,
    Math.max(1, data.models < 3 ? data.samples - 1 : data.models - 1),
  );
  const entries = (Object.keys(all) as Name[]).map((name): [Name, Interval] => {
    const estimate = meanOf(all[name]);
    const ofSamples = squaresAround(all[name], estimate) / Math.max(1, data.samples - 1) / data.samples;
    const without = Float64Array.from(leaveOneOut, (each) => meanOf(each[name]));
    const ofModels =
      without.length === 0
        ? 0
        : (squaresAround(without, meanOf(without)) * (without.length - 1)) / without.length;
    const reach = t * Math.sqrt(ofSamples + ofModels);
    return [name, { estimate, low: estimate - reach, high: estimate + reach }];
  });
  return Object.fromEntries(entries) as Record<Name, Interval>;
}

const meanOf = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const squaresAround = (values: Float64Array, centre: number): number =>
  values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
