import type { Parameters } from "../space/distribution.js";
import type { SearchSpace } from "../space/search-space.js";
import { cmaEs } from "./cma-es.js";
import { gaussianProcess } from "./gaussian-process.js";
import type { Sampler, SuggestRequest } from "./sampler.js";
import { tpe } from "./tpe.js";

/** Beyond so many hyperparameters, TPE is the better choice. */
const mostHyperparameters = 20;
/** Beyond so many ended trials, a Gaussian process costs more than it gains. */
const mostTrials = 150;

/**
 * Chooses the sampler for each trial by the number of hyperparameters, their kinds and how many trials there are: a
 * Gaussian process while there are few of both, then TPE.
 *
 * @example
 * auto().name; // "auto"
 */
export function auto(): Sampler {
  const samplers = { process: gaussianProcess(), tpe: tpe(), evolution: cmaEs() };
  return {
    name: "auto",
    suggest: (request): Parameters => samplers[choose(request)].suggest(request),
  };
}

function choose({ space, trials }: SuggestRequest): "process" | "tpe" | "evolution" {
  const searched = space.filter(({ distribution }) => sizeAboveOne(distribution)).length;
  if (searched > mostHyperparameters) return "tpe";
  const ended = trials.filter(
    ({ state }) => state === "complete" || state === "pruned" || state === "failed",
  );
  return ended.length < mostTrials ? "process" : "tpe";
}

function sizeAboveOne(distribution: SearchSpace[number]["distribution"]): boolean {
  return distribution.type !== "choice" || distribution.choices.length > 1;
}
