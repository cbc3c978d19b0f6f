import type { AreaUnderRoc } from "./area-under-roc.js";
import type { Interval, IntervalOptions } from "./interval.js";
import { logitInterval } from "./logit-interval.js";
import { twoSidedQuantile } from "./two-sided-quantile.js";

/**
 * DeLong's interval of an area under the ROC curve, on the scale of the logit, so that it stays inside 0…1.
 *
 * Where DeLong's variance says nothing (nothing overlaps, or there is a single positive or negative), it is Newcombe's
 * interval, which knows only how many there are.
 *
 * @see {@link areaUnderRoc}; M. Pepe, "The Statistical Evaluation of Medical Tests" (2003), section 5.2, on the logit
 */
export function areaInterval(
  { area, influence }: AreaUnderRoc,
  positives: number,
  { confidence = 0.95 }: IntervalOptions = {},
): Interval {
  const z = twoSidedQuantile(confidence);
  const samples = influence.length;
  const negatives = samples - positives;
  if (area === 0 || area === 1 || Math.min(positives, negatives) < 2)
    return newcombeArea(area, positives, negatives, z);
  return logitInterval(area, standardErrorOf(influence), z);
}

/** The standard error of a mean, or of what behaves like one, from each sample's influence. */
export function standardErrorOf(influence: Float64Array): number {
  return Math.sqrt(influence.reduce((sum, each) => sum + each * each, 0)) / influence.length;
}

/**
 * The areas θ whose distance from the estimate is z of the standard errors that θ itself would have.
 *
 * @see R. Newcombe, "Confidence Intervals for an Effect Size Measure Based on the Mann-Whitney Statistic" (2006), method 5
 */
function newcombeArea(area: number, positives: number, negatives: number, z: number): Interval {
  const half = (positives + negatives) / 2 - 1;
  const tooFar = (theta: number) => {
    const spread = 1 + half * ((1 - theta) / (2 - theta) + theta / (1 + theta));
    return (area - theta) ** 2 > (z * z * theta * (1 - theta) * spread) / (positives * negatives);
  };
  const limit = (outside: number) => {
    let [far, near] = [outside, area];
    for (let i = 0; i < 60; i++) {
      const middle = (far + near) / 2;
      if (tooFar(middle)) far = middle;
      else near = middle;
    }
    return near;
  };
  return { estimate: area, low: area === 0 ? 0 : limit(0), high: area === 1 ? 1 : limit(1) };
}
