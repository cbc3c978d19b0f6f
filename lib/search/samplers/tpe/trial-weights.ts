/**
 * How much each trial counts, by number: the last 25 fully, those before the less the older they are.
 *
 * @see J. Bergstra and others, hyperopt (2013), linear forgetting
 */
export function trialWeights(trials: number): Float64Array {
  const weights = new Float64Array(trials).fill(1);
  const old = trials - 25;
  for (let i = 0; i < old; i++)
    weights[i] = old === 1 ? 1 / trials : 1 / trials + ((1 - 1 / trials) * i) / (old - 1);
  return weights;
}
