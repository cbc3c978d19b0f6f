import type { Parameters } from "../space/distribution.js";
import type { SearchSpace } from "../space/search-space.js";
import { cmaEs } from "./cma-es.js";
import { gaussianProcess } from "./gaussian-process.js";
import type { Sampler, SuggestRequest } from "./sampler.js";
import { tpe } from "./tpe.js";

/** Beyond so many hyperparameters, a Gaussian process learns too little from a trial. */
const mostHyperparameters = 20;
/** Beyond so many trials, what it costs grows faster than what it gains. */
const mostTrials = 200;

/**
 * Chooses the sampler for each trial, by how many hyperparameters there are, of which kind, and how many trials: a Gaussian
 * process while both are few, then CMA-ES where all are numbers, and TPE for choices, conditions and large spaces.
 *
 * All three learn from every trial, whoever proposed it, so nothing is lost where one takes over.
 *
 * @example
 * auto().name; // "auto"
 */
export function auto(): Sampler {
  const samplers = { gaussianProcess: gaussianProcess(), cmaEs: cmaEs(), tpe: tpe() };
  return {
    name: "auto",
    suggest: (request): Parameters => samplers[choose(request)].suggest(request),
  };
}

function choose({ space, number }: SuggestRequest): "gaussianProcess" | "cmaEs" | "tpe" {
  const searched = space.filter(isSearched);
  if (searched.length > mostHyperparameters) return "tpe";
  if (number < mostTrials) return "gaussianProcess";
  const onlyNumbers = searched.every(({ distribution, when }) => distribution.type !== "choice" && !when);
  return onlyNumbers ? "cmaEs" : "tpe";
}

function isSearched({ distribution }: SearchSpace[number]): boolean {
  return distribution.type !== "choice" || distribution.choices.length > 1;
}
