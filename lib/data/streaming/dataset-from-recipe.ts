import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { type Dataset, type RegressionDataset, UsageError } from "../../core/index.js";
import { type Recipe, withRecipe } from "./recipe.js";

/**
 * Makes a data set by a recipe: your own function in a module of your own, so that worker threads can make it too.
 *
 * The function must give the same samples whenever it is called with the same arguments.
 *
 * @throws UsageError when the module has no such function, or the function gives no data set
 * @example
 * const moons = await datasetFromRecipe({ module: "deep-pessimist/data", export: "makeMoons", args: [100] });
 * moons.size; // 100
 */
export async function datasetFromRecipe(recipe: Recipe): Promise<Dataset | RegressionDataset> {
  const module = (await import(moduleUrl(recipe.module))) as Record<string, unknown>;
  const make = module[recipe.export];
  if (typeof make !== "function")
    throw new UsageError({
      got: `${recipe.module} has no function "${recipe.export}", only ${Object.keys(module).join(", ") || "nothing"}.`,
      expected: "an exported function that makes the data set.",
      fix: "name one of its exports, or write `export function makeMine(…) { … }`.",
    });
  const made: unknown = await make(...recipe.args);
  const dataset = recipe.part === undefined ? made : (made as Record<string, unknown>)?.[recipe.part];
  if (isDataset(dataset)) return withRecipe(dataset, recipe);
  throw new UsageError({
    got: `${recipe.export} of ${recipe.module} gave ${recipe.part === undefined ? "" : `as "${recipe.part}" `}something that is no data set.`,
    expected: "a Dataset or a RegressionDataset, or a promise of one.",
    fix:
      recipe.part === undefined
        ? 'return the data set; of several, name one: { part: "train" }.'
        : "name one of the parts that the function returns.",
  });
}

/** What `import` takes: a URL or a package's name. A relative path would be sought beside this file. */
function moduleUrl(module: string): string {
  if (isAbsolute(module)) return pathToFileURL(module).href;
  if (!module.startsWith(".")) return module;
  throw new UsageError({
    got: `the recipe's module is "${module}", a relative path.`,
    expected: "a URL, an absolute path or a package's name, which mean the same everywhere.",
    fix: `pass { module: new URL(${JSON.stringify(module)}, import.meta.url).href }.`,
  });
}

function isDataset(value: unknown): value is Dataset | RegressionDataset {
  const candidate = value as Partial<Dataset> | null | undefined;
  return typeof candidate?.batch === "function" && typeof candidate.size === "number";
}
