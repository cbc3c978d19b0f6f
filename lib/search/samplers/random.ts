import type { Parameters, ParameterValue } from "../space/distribution.js";
import { existsUnder } from "../space/exists-under.js";
import { fromUnit } from "../space/from-unit.js";
import type { Sampler } from "./sampler.js";

/**
 * Draws each hyperparameter by itself, evenly over its range.
 *
 * @see J. Bergstra and Y. Bengio, "Random Search for Hyper-Parameter Optimization" (2012)
 * @example
 * random().name; // "random"
 */
export function random(): Sampler {
  return {
    name: "random",
    suggest({ space, random }): Parameters {
      const parameters: Record<string, ParameterValue> = {};
      for (const parameter of space) {
        // Drawn even where it does not exist, so that later ones do not depend on earlier choices.
        const share = random();
        if (existsUnder(parameter, parameters))
          parameters[parameter.name] = fromUnit(parameter.distribution, share);
      }
      return parameters;
    },
  };
}
