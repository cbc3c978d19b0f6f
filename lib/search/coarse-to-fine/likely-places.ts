import type { Axes } from "../gaussian-process/axes.js";
import { surrogateFitter } from "../gaussian-process/surrogate-fitter.js";
import { observedValues } from "../samplers/observed-values.js";
import type { SuggestRequest } from "../samplers/sampler.js";
import { placeDraws } from "./place-draws.js";

/** What doubt counts, less for every other trial: they crowd where the optimum likely lies, while the ranges hold where it possibly does. */
const doubts = [0.1, 0.4] as const;

/**
 * Draws a place where the optimum likely lies, by all trials that have ended: within a round, too, each trial knows of those
 * before it. What the function that is returned keeps may be lost.
 */
export function likelyPlaces(): (axes: Axes, request: SuggestRequest) => Float64Array {
  const fit = surrogateFitter();
  return (axes, request) => {
    const { random } = request;
    const doubt = doubts[random() < 0.5 ? 0 : 1];
    return placeDraws(axes, observedValues(request), random, fit).draw({ draws: 1, doubt, random })[0]!;
  };
}
