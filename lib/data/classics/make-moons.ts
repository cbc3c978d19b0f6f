import { checkOptions, type Dataset } from "../../core/index.js";
import { withRecipe } from "../streaming/recipe.js";
import { curves } from "./curve.js";
import { pointsInPlane } from "./points-in-plane.js";

/** Options for {@link makeMoons}. */
export interface MakeMoonsOptions {
  /** Standard deviation of the Gaussian noise added to each coordinate; defaults to 0.1. */
  noise?: number;
  /** Share of samples of class 1, 0 … 1; defaults to 0.5. */
  classShare?: number;
  /** Seed of the random streams; defaults to 0. The same seed gives the same points. */
  seed?: number;
}

/** The upper half of a circle around (0, 0), and the lower half of one around (1, 0.5); both of radius 1. */
const moons = curves("moons", Math.PI, (label, t) => {
  const [x, y] = [Math.cos(Math.PI * t), Math.sin(Math.PI * t)];
  return label === 0 ? [x, y] : [1 - x, 0.5 - y];
});

/**
 * Two interleaving half circles, one class each: the smallest data set that a linear model cannot fit and a two-layer
 * network can. The tag `bayesPosterior` is the exact P(class 1) of each point.
 *
 * @param samples - rows in total; an odd count gives class 0 the extra row
 * @returns points of shape [batch, 2]
 * @throws UsageError when an option is misspelt or out of range
 * @see F. Pedregosa et al., scikit-learn, `sklearn.datasets.make_moons`
 * @example
 * const moons = makeMoons(200, { noise: 0.2, seed: 7 });
 * moons.batch([0, 1]).shape; // [2, 2]
 */
export function makeMoons(samples: number, options: MakeMoonsOptions = {}): Dataset {
  checkOptions("makeMoons", options, ["noise", "classShare", "seed"]);
  const { noise = 0.1, classShare = 0.5, seed = 0 } = options;
  const points = pointsInPlane(moons, samples, { noise, classShare, seed });
  return withRecipe(points, { module: import.meta.url, export: "makeMoons", args: [samples, options] });
}
