import { type Samples, UsageError } from "../../core/index.js";
import { makers } from "./makers.js";
import { withRecipe } from "./recipe.js";

/**
 * Calls a function that makes scenes, and notes how, so that worker threads can draw them: `streamBatches` then has
 * workers. The other makers and the loaders of this folder note it themselves.
 *
 * @param make - `makeScenes`, `simplifiedScenes` or `namedScenes`
 * @param args - what it takes
 * @returns what it returns: a data set, or several by name
 * @throws UsageError for any other function
 * @example
 * const scenes = streamable(makeScenes, 250_000, { conditions: { night: 0.5 } });
 * scenes.size; // 250000
 */
export function streamable<Args extends unknown[], Made extends object>(
  make: (...args: Args) => Made,
  ...args: Args
): Made {
  const place = makers.get(make);
  if (place === undefined)
    throw new UsageError({
      got: `streamable got the function "${make.name}".`,
      expected: `one of ${[...makers.values()].map((known) => known.export).join(", ")}: a worker must know where to import it from.`,
      fix: `await datasetFromRecipe({ module: import.meta.url, export: ${JSON.stringify(make.name)}, args: […] })`,
    });
  const made = make(...args);
  if ("batch" in made) return withRecipe(made as Made & Samples, { ...place, args });
  for (const [part, dataset] of Object.entries(made))
    withRecipe(dataset as Samples, { ...place, args, part });
  return made;
}
