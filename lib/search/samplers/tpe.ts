import { checkOptions } from "../../core/index.js";
import type { Parameters } from "../space/distribution.js";
import type { SearchSpace } from "../space/search-space.js";
import type { TrialRecord } from "../trials/trial-record.js";
import { random } from "./random.js";
import type { Sampler } from "./sampler.js";
import { type Axis, axesOf } from "./tpe/axis.js";
import { drawPoint, logDensity, parametersAt, parzen } from "./tpe/parzen.js";
import { splitTrials } from "./tpe/split-trials.js";
import { trialWeights } from "./tpe/trial-weights.js";

/** How the estimator of Parzen trees works. */
export interface TpeOptions {
  /** How many trials are drawn by chance first; defaults to 10. */
  readonly startTrials?: number;
  /** Of how many draws the best is proposed; defaults to 24. */
  readonly candidates?: number;
}

/**
 * Proposes what looks like the best trials and unlike the others: a density is estimated for both, over all
 * hyperparameters together, and of some draws from the first the one with the highest ratio is taken.
 *
 * @param options.startTrials - how many trials are drawn by chance first; defaults to 10
 * @param options.candidates - of how many draws the best is proposed; defaults to 24
 * @see J. Bergstra, R. Bardenet, Y. Bengio and B. Kégl, "Algorithms for Hyper-Parameter Optimization" (2011)
 * @see S. Falkner, A. Klein and F. Hutter, "BOHB" (2018), on the density over all of them together
 * @example
 * tpe().name; // "tpe"
 */
export function tpe(options: TpeOptions = {}): Sampler {
  checkOptions("tpe", options, ["startTrials", "candidates"]);
  const { startTrials = 10, candidates = 24 } = options;
  const atRandom = random();
  const axesKnown = new WeakMap<SearchSpace, readonly Axis[]>();
  return {
    name: "tpe",
    suggest(request): Parameters {
      const { space, trials, direction, number, random } = request;
      const { below, above, finished } = splitTrials(trials, direction, number);
      if (finished < startTrials) return atRandom.suggest(request);
      const axes = axesKnown.get(space) ?? axesOf(space);
      axesKnown.set(space, axes);
      const estimate = (part: readonly TrialRecord[]) => {
        const known = part.filter(({ parameters }) => space.some(({ name }) => name in parameters));
        return parzen(axes, known, trialWeights(known.length));
      };
      const [good, rest] = [estimate(below), estimate(above)];
      let best: { ratio: number; point: Float64Array } = {
        ratio: Number.NEGATIVE_INFINITY,
        point: new Float64Array(),
      };
      for (let i = 0; i < candidates; i++) {
        const point = drawPoint(good, random);
        const ratio = logDensity(good, point) - logDensity(rest, point);
        if (ratio > best.ratio) best = { ratio, point };
      }
      return parametersAt(axes, best.point);
    },
  };
}
