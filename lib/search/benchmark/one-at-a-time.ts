import type { Sampler } from "../samplers/sampler.js";
import type { Parameters, ParameterValue } from "../space/distribution.js";
import { existsUnder } from "../space/exists-under.js";
import { fromUnit } from "../space/from-unit.js";
import type { SearchSpace } from "../space/search-space.js";
import { bestTrial } from "../studies/best-trial.js";

/** Where along its range each hyperparameter is tried. */
const shares = [0.1, 0.3, 0.5, 0.7, 0.9];

/**
 * What many do by hand: all hyperparameters in the middle, then one at a time is tried along its range while the others stay as
 * in the best trial so far; again from the first when all had their turn.
 */
export function oneAtATime(): Sampler {
  return {
    name: "one at a time",
    suggest({ space, trials, number, direction }): Parameters {
      if (number === 0) return completed(space, {});
      const best = bestTrial(trials, direction)?.parameters ?? {};
      const turns = space.flatMap(({ name, distribution }) =>
        valuesAlong(distribution).map((value) => [name, value] as const),
      );
      const [name, value] = turns[(number - 1) % turns.length]!;
      return completed(space, { ...best, [name]: value });
    },
  };
}

function valuesAlong(distribution: SearchSpace[number]["distribution"]): ParameterValue[] {
  return [...new Set(shares.map((share) => fromUnit(distribution, share)))];
}

/** These values where they exist, and the middle for what they do not say. */
function completed(space: SearchSpace, values: Parameters): Parameters {
  const made: Record<string, ParameterValue> = {};
  for (const parameter of space)
    if (existsUnder(parameter, made)) {
      const { name, distribution } = parameter;
      made[name] = values[name] ?? fromUnit(distribution, 0.5);
    }
  return made;
}
