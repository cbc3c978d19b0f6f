import type { LearningRateRange, LearningRateTrial } from "./learning-rate-range.js";

/** The share of the best rate's gain from which on a rate counts as nearly as good. */
const nearlyAsGood = 0.9;

/**
 * What the trials say: the suggested rate and the largest stable one.
 *
 * The lowest point of such a curve is a matter of luck, its plateau is not: so the plateau's middle is suggested, on
 * the logarithmic scale of rates.
 */
export function chooseRates(
  trials: readonly LearningRateTrial[],
  lossBefore: number,
): Pick<LearningRateRange, "suggested" | "largestStable"> {
  const gain = ({ loss }: LearningRateTrial): number => lossBefore - loss;
  const best = Math.max(0, ...trials.map(gain));
  const good = best === 0 ? [] : trials.filter((trial) => gain(trial) >= nearlyAsGood * best);
  const stable = trials.filter(({ losses }) => losses.every((loss) => loss < lossBefore));
  const logSum = good.reduce((sum, { learningRate }) => sum + Math.log(learningRate), 0);
  return {
    suggested: good.length === 0 ? undefined : Number(Math.exp(logSum / good.length).toPrecision(2)),
    largestStable: stable.at(-1)?.learningRate,
  };
}
