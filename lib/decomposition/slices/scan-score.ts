import type { ScoreContext } from "./slice-line-score.js";

/**
 * Kulldorff's scan statistic: by how much the log-likelihood of right and wrong rises, in nats, when the slice is given an
 * error rate of its own. 0 where the slice is no worse than the rest.
 *
 * @param slice - `losses` is the number of wrong samples
 * @see M. Kulldorff, "A spatial scan statistic" (1997), the Bernoulli model
 * @example
 * scanScore({ samples: 100, losses: 30 }, { samples: 1000, losses: 100 }).toFixed(2); // "18.02"
 */
export function scanScore(slice: ScoreContext, all: ScoreContext): number {
  const restSamples = all.samples - slice.samples;
  const restLosses = all.losses - slice.losses;
  if (restSamples <= 0 || slice.losses * all.samples <= all.losses * slice.samples) return 0;
  return (
    likelihood(slice.losses, slice.samples) +
    likelihood(restLosses, restSamples) -
    likelihood(all.losses, all.samples)
  );
}

/** The log-likelihood of so many wrong, at the rate that fits best. */
function likelihood(wrong: number, samples: number): number {
  const right = samples - wrong;
  const of = (count: number) => (count <= 0 ? 0 : count * Math.log(count / samples));
  return of(wrong) + of(right);
}
