import { checkOptions, mixWord } from "../../core/index.js";
import type { Parameters, ParameterValue } from "../space/distribution.js";
import { existsUnder } from "../space/exists-under.js";
import { fromUnit } from "../space/from-unit.js";
import { sampledBefore } from "./sampled-before.js";
import type { Sampler } from "./sampler.js";
import { scramble, sobolDimensions, sobolWord } from "./sobol/sobol-point.js";

/** How Sobol's points are made. */
export interface SobolOptions {
  /** Whether the study's seed moves the points, which keeps them even; defaults to true. */
  readonly scrambled?: boolean;
}

/**
 * Spreads trials more evenly than chance does, by Sobol's sequence with Owen's scrambling.
 *
 * Each hyperparameter, conditional ones too, is one of at most 64 dimensions; further ones are drawn by chance.
 *
 * @param options.scrambled - whether the study's seed moves the points; defaults to true
 * @see S. Joe and F. Y. Kuo, "Constructing Sobol Sequences with Better Two-Dimensional Projections" (2008)
 * @example
 * sobol().name; // "sobol"
 */
export function sobol(options: SobolOptions = {}): Sampler {
  checkOptions("sobol", options, ["scrambled"]);
  const { scrambled = true } = options;
  return {
    name: "sobol",
    suggest(request): Parameters {
      const { space, seed, random } = request;
      const index = sampledBefore(request);
      const values: Record<string, ParameterValue> = {};
      space.forEach((parameter, dimension) => {
        const share =
          dimension < sobolDimensions ? coordinate(index, dimension, scrambled ? seed : undefined) : random();
        if (existsUnder(parameter, values)) values[parameter.name] = fromUnit(parameter.distribution, share);
      });
      return values;
    },
  };
}

/** One coordinate of one point, in 0 … 1. */
function coordinate(index: number, dimension: number, seed: number | undefined): number {
  const word = sobolWord(index, dimension);
  if (seed === undefined) return word / 2 ** 32;
  return (scramble(word, mixWord(mixWord(seed) + dimension)) + 0.5) / 2 ** 32;
}
