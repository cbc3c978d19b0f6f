import { type MoreImages, normalQuantile } from "../core/index.js";
import { isCounted, type Rung } from "./rung.js";
import { type Term, termInterval, weightedRungs } from "./term.js";

/** A set of this size settles the question four times in five, if the rates stay as they are. */
const power = 0.8;

/** Beyond this many images nobody waits for the answer. */
const most = 1e12;

/**
 * How many images of each split behind a term would tell it from 0, were the rates the true ones.
 *
 * An interval that just clears 0 would clear it only every other time that the images are drawn anew; so it must
 * clear it with room for {@link power}: z standard errors and another 0.84.
 *
 * @returns undefined where the term is not above 0, or where no number of images would do
 */
export function samplesNeeded(term: Term, z: number): number | undefined {
  const reach = z + normalQuantile(power);
  const settles = (samples: number) => termInterval(withSamples(term, samples), reach).low > 0;
  if (!settles(most)) return undefined;
  let tooFew = 0;
  let enough = most;
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (settles(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/** What the splits behind a term lack of these many images each, the lower rung first. */
export function moreImages(term: Term, needed: number): MoreImages[] {
  return weightedRungs(term)
    .map(({ rung }) => rung)
    .reverse()
    .filter(isCounted)
    .map(({ name, samples = 0, population }) => ({
      split: name,
      samples,
      more: Math.min(needed, population) - samples,
    }))
    .filter(({ more }) => more > 0);
}

function withSamples(term: Term, samples: number): Term {
  const grown = (rung: Rung): Rung =>
    isCounted(rung)
      ? { ...rung, samples: Math.min(Math.max(rung.samples ?? 0, samples), rung.population) }
      : rung;
  const { upper, lower } = term;
  return lower === undefined
    ? { ...term, upper: grown(upper) }
    : { ...term, upper: grown(upper), lower: grown(lower) };
}
