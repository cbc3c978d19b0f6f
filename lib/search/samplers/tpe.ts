import { checkOptions } from "../../core/index.js";
import type { Parameters } from "../space/distribution.js";
import type { SearchSpace } from "../space/search-space.js";
import type { TrialRecord } from "../trials/trial-record.js";
import { withoutContinued } from "../trials/without-continued.js";
import { random } from "./random.js";
import type { Sampler } from "./sampler.js";
import { type Axes, axesOf } from "./tpe/axis.js";
import { drawPoint, parametersAt } from "./tpe/draw-point.js";
import { logDensity } from "./tpe/log-density.js";
import { type Parzen, parzen } from "./tpe/parzen.js";
import { splitTrials } from "./tpe/split-trials.js";
import { thin } from "./tpe/thin.js";

/** How the estimator of Parzen trees works. */
export interface TpeOptions {
  /** How many trials are drawn by chance first; defaults to 10. */
  readonly startTrials?: number;
  /** Of how many draws the best is proposed; defaults to 48. */
  readonly candidates?: number;
}

/** How many trials are drawn by chance for ever where most are stopped early: what was stopped may have been the best, as in BOHB. */
const evenShare = 0.2;

/**
 * Proposes what looks like the best trials and unlike the others: a density is estimated for both, over all
 * hyperparameters together, and of some draws from the first the one with the highest ratio is taken.
 *
 * @param options.startTrials - how many trials are drawn by chance first; defaults to 10
 * @param options.candidates - of how many draws the best is proposed; defaults to 48
 * @see J. Bergstra, R. Bardenet, Y. Bengio and B. Kégl, "Algorithms for Hyper-Parameter Optimization" (2011)
 * @see S. Falkner, A. Klein and F. Hutter, "BOHB" (2018), on the density over all of them together
 * @example
 * tpe().name; // "tpe"
 */
export function tpe(options: TpeOptions = {}): Sampler {
  checkOptions("tpe", options, ["startTrials", "candidates"]);
  const { startTrials = 10, candidates = 48 } = options;
  const atRandom = random();
  const known = new WeakMap<SearchSpace, Axes>();
  return {
    name: "tpe",
    suggest(request): Parameters {
      const { space, direction, number, random } = request;
      const trials = withoutContinued(request.trials);
      const { below, above, finished, complete } = splitTrials(trials, direction, number);
      if (finished < startTrials) return atRandom.suggest(request);
      if (finished > 3 * complete && random() < evenShare) return atRandom.suggest(request);
      const axes = known.get(space) ?? axesOf(space);
      known.set(space, axes);
      const [good, rest] = [below, above].map((part) => estimate(axes, part)) as [Parzen, Parzen];
      let best = drawPoint(good, random);
      let highest = logDensity(good, best) - logDensity(rest, best);
      for (let i = 1; i < candidates; i++) {
        const point = drawPoint(good, random);
        const logGood = logDensity(good, point);
        const ratio = logGood - logDensity(rest, point, logGood - highest);
        if (ratio > highest) [best, highest] = [point, ratio];
      }
      return parametersAt(axes.list, best);
    },
  };
}

/** The density of trials; where they need not have the hyperparameters, of those that do. */
function estimate(axes: Axes, part: readonly TrialRecord[]): Parzen {
  const isSure = axes.list.length > 1 && !axes.conditional;
  const has = ({ parameters }: TrialRecord) =>
    axes.list.some(({ parameter: { name } }) => name in parameters);
  const { trials, weights } = thin(isSure ? part : part.filter(has));
  return parzen(axes, trials, weights);
}
