import { makeScenes, simplifiedScenes, streamable } from "../../data/index.js";
import { conditionNames } from "../../data/scenes/conditions/condition.js";
import type { Maker } from "./maker.js";

const conditions: ReadonlySet<string> = new Set(conditionNames);

/** Sets of scenes; one with a name of its own is one entry here. */
export const sceneMakers: Readonly<Record<string, Maker>> = {
  streets: {
    summary: "streets from a moving car, as the knobs say",
    ...{ samples: 10_000, shape: [32, 32, 3] },
    knobs: [
      ...["imageSize", "personRate", "objects", "figureHeight", "spread", "lookAlikes"],
      ...["labelNoise", "ambiguity"],
      ...conditions,
    ],
    make: ({ samples, seed, knobs }) => {
      const pick = (areConditions: boolean) =>
        Object.fromEntries(Object.entries(knobs).filter(([name]) => conditions.has(name) === areConditions));
      return streamable(makeScenes, samples, { seed, ...pick(false), conditions: pick(true) });
    },
  },
  simplified: {
    summary: "the course's first problem, in four splits: train by day, test by night too",
    ...{ samples: 10_000, shape: [32, 32, 3] },
    make: ({ samples, seed }) => ({ ...streamable(simplifiedScenes, { samples, seed }) }),
  },
};
