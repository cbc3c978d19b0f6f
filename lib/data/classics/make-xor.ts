import { checkOptions, type Dataset, integerBelow } from "../../core/index.js";
import { withRecipe } from "../streaming/recipe.js";
import { type PointProblem, pointsInPlane } from "./points-in-plane.js";

/** Options for {@link makeXor}. */
export interface MakeXorOptions {
  /** Standard deviation of the Gaussian noise added to each coordinate; defaults to 0.3. */
  noise?: number;
  /** Share of samples of class 1, 0 … 1; defaults to 0.5. */
  classShare?: number;
  /** Seed of the random streams; defaults to 0. The same seed gives the same points. */
  seed?: number;
}

const corners: PointProblem = {
  name: "xor",
  draw(label, random) {
    const side = 2 * integerBelow(2, random) - 1;
    return [side, label === 0 ? side : -side];
  },
  centres: (label) => Float64Array.of(1, label === 0 ? 1 : -1, -1, label === 0 ? -1 : 1),
};

/**
 * Four clusters at the corners (±1, ±1) of a square; class 1 where the signs differ. No single layer can learn it. The
 * tag `bayesPosterior` is the exact P(class 1) of each point.
 *
 * @param samples - rows in total; an odd count gives class 0 the extra row
 * @returns points of shape [batch, 2]
 * @throws UsageError when an option is misspelt or out of range
 * @see M. Minsky and S. Papert, "Perceptrons" (1969)
 * @example
 * makeXor(4, { noise: 0 }).batch([0]).x.length; // 2
 */
export function makeXor(samples: number, options: MakeXorOptions = {}): Dataset {
  checkOptions("makeXor", options, ["noise", "classShare", "seed"]);
  const { noise = 0.3, classShare = 0.5, seed = 0 } = options;
  const points = pointsInPlane(corners, samples, { noise, classShare, seed });
  return withRecipe(points, { module: import.meta.url, export: "makeXor", args: [samples, options] });
}
