import type { Parameters } from "../space/distribution.js";
import type { SearchSpace } from "../space/search-space.js";
import { cmaEs } from "./cma-es.js";
import { gaussianProcess } from "./gaussian-process.js";
import { localRequest } from "./local-request.js";
import type { Sampler, SuggestRequest } from "./sampler.js";
import { tpe } from "./tpe.js";

/** Beyond so many hyperparameters, a Gaussian process learns too little from a trial. */
const mostHyperparameters = 20;
/** Beyond so many trials, what it costs grows faster than what it gains. */
const mostTrials = 200;

/** One trial of so many looks round the best one, once a Gaussian process has something to go by. */
const everyLocal = 3;

/**
 * Chooses the sampler for each trial, by how many hyperparameters there are, of which kind, and how many trials: a Gaussian
 * process while both are few, then CMA-ES where all are numbers, and TPE for choices, conditions and large spaces.
 *
 * While it is a Gaussian process, every third trial comes from one of the trials nearest to the best, in a region round it that
 * closes in while nothing better is found: it sees bends that one of the whole space smooths over.
 *
 * All three learn from every trial, whoever proposed it, so nothing is lost where one takes over.
 *
 * @see D. Eriksson and others, "Scalable Global Optimization via Local Bayesian Optimization" (2019)
 * @example
 * auto().name; // "auto"
 */
export function auto(): Sampler {
  const samplers = { gaussianProcess: gaussianProcess(), cmaEs: cmaEs(), tpe: tpe() };
  const nearTheBest = gaussianProcess({ startTrials: 2 });
  return {
    name: "auto",
    suggest(request): Parameters {
      const chosen = choose(request);
      const isLocal = chosen === "gaussianProcess" && request.number % everyLocal === everyLocal - 1;
      const local = isLocal ? localRequest(request) : undefined;
      const near = local === undefined ? undefined : nearTheBest.suggest(local);
      return near === undefined || wasTried(near, request) ? samplers[chosen].suggest(request) : near;
    },
  };
}

function choose({ space, number }: SuggestRequest): "gaussianProcess" | "cmaEs" | "tpe" {
  const searched = space.filter(isSearched);
  if (searched.length > mostHyperparameters) return "tpe";
  if (number < mostTrials) return "gaussianProcess";
  const onlyNumbers = searched.every(({ distribution, when }) => distribution.type !== "choice" && !when);
  return onlyNumbers ? "cmaEs" : "tpe";
}

/** In a small region of steps and choices, all may have been. */
function wasTried(proposed: Parameters, { trials, number }: SuggestRequest): boolean {
  const names = Object.keys(proposed);
  return trials
    .slice(0, number)
    .some(({ parameters }) => names.every((name) => parameters[name] === proposed[name]));
}

function isSearched({ distribution }: SearchSpace[number]): boolean {
  return distribution.type !== "choice" || distribution.choices.length > 1;
}
