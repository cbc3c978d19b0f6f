import { checkOptions, type Dataset } from "../../core/index.js";
import { checkNotNegative } from "../check-values.js";
import { withRecipe } from "../streaming/recipe.js";
import { curves } from "./curve.js";
import { pointsInPlane } from "./points-in-plane.js";

/** Options for {@link makeSpirals}. */
export interface MakeSpiralsOptions {
  /** How often each arm goes round; defaults to 1.5. The more, the harder. */
  turns?: number;
  /** Standard deviation of the Gaussian noise added to each coordinate; defaults to 0.03. */
  noise?: number;
  /** Share of samples of class 1, 0 … 1; defaults to 0.5. */
  classShare?: number;
  /** Seed of the random streams; defaults to 0. The same seed gives the same points. */
  seed?: number;
}

/** Where the arms begin and end, from the middle. */
const [inner, outer] = [0.1, 1];

/**
 * Two arms of a spiral, one class each: hard for small networks, though there is hardly any noise. The tag
 * `bayesPosterior` is the exact P(class 1) of each point.
 *
 * @param samples - rows in total; an odd count gives class 0 the extra row
 * @returns points of shape [batch, 2], within about 1 of the middle
 * @throws UsageError when an option is misspelt or out of range
 * @see K. Lang and M. Witbrock, "Learning to Tell Two Spirals Apart" (1988)
 * @example
 * makeSpirals(100).classes; // ["0", "1"]
 */
export function makeSpirals(samples: number, options: MakeSpiralsOptions = {}): Dataset {
  checkOptions("makeSpirals", options, ["turns", "noise", "classShare", "seed"]);
  const { turns = 1.5, noise = 0.03, classShare = 0.5, seed = 0 } = options;
  checkNotNegative("turns", turns);
  const arms = curves("spirals", 1 + 2 * Math.PI * turns, (label, t) => {
    const angle = 2 * Math.PI * turns * t + Math.PI * label;
    const radius = inner + (outer - inner) * t;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  const points = pointsInPlane(arms, samples, { noise, classShare, seed });
  return withRecipe(points, { module: import.meta.url, export: "makeSpirals", args: [samples, options] });
}
