import { makeScenes, namedScenes, type SceneSetName } from "../../data/index.js";
import { conditionNames } from "../../data/scenes/conditions/condition.js";
import type { Maker } from "./maker.js";

/** Options of `makeScenes` that are numbers. */
const options: readonly string[] = [
  ...["imageSize", "personRate", "objects", "figureHeight", "spread", "lookAlikeShare"],
  ...["labelNoise", "ambiguity"],
];

/** Sets with a name, each with what its function makes where nothing else is asked for. */
const named: Readonly<Record<SceneSetName, Omit<Maker, "make">>> = {
  simplified: {
    summary: "the course's first problem, in four splits: train by day, test by night too",
    ...{ samples: 10_000, shape: [32, 32, 3] },
  },
  "night-shift": {
    summary: "trained by day with some reflections, used where half of the images are by night",
    ...{ samples: 10_000, shape: [32, 32, 3] },
  },
  "four-splits": {
    summary: "the full problem by day, and validation and test with nights",
    ...{ samples: 10_000, shape: [32, 32, 3] },
  },
  full: {
    summary: "figures of all sizes, under every condition alone and together",
    ...{ samples: 50_000, shape: [64, 64, 3] },
  },
  "250k": {
    summary: "a quarter of a million small pictures of the full problem",
    ...{ samples: 250_000, shape: [32, 32, 3] },
  },
};

/** Sets of scenes; one with a name of its own is one entry of `named`. */
export const sceneMakers: Readonly<Record<string, Maker>> = {
  streets: {
    summary: "streets from a moving car, as the knobs say",
    ...{ samples: 10_000, shape: [32, 32, 3] },
    knobs: [...new Set([...options, ...conditionNames])],
    make: ({ samples, seed, knobs }) => {
      const typed = Object.entries(knobs);
      const chosen = typed.filter(([name]) => options.includes(name));
      const conditions = typed
        .filter(([name]) => !options.includes(name))
        .map(([name, value]) => [name, typeof value === "number" ? value : severitiesOf(value)]);
      return makeScenes(samples, {
        ...{ seed, ...Object.fromEntries(chosen) },
        conditions: Object.fromEntries(conditions),
      });
    },
  },
  ...Object.fromEntries(
    Object.entries(named).map(([name, set]): [string, Maker] => [name, { ...set, make: maker(name) }]),
  ),
};

function maker(name: string): Maker["make"] {
  return ({ samples, seed }) => {
    const parts = namedScenes(name as SceneSetName, { samples, seed });
    const [first, ...others] = Object.values(parts);
    return others.length === 0 ? first! : parts;
  };
}

/** A share, and one severity or the least and the greatest. */
function severitiesOf([share, ...severity]: readonly number[]): object {
  return { share, severity: severity.length === 1 ? severity[0] : severity };
}
