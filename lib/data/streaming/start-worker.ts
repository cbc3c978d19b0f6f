import { Worker } from "node:worker_threads";
import type { Recipe } from "./recipe.js";

const ownFolder = new URL("../", import.meta.url).href;

/** What a thread makes while it draws is soon forgotten: less room for it costs no time. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 };

const isTypeScript = (url: string): boolean => /\.[cm]?tsx?$/.test(url);

/** Starts a thread that makes the recipe's data set; TypeScript is compiled on the way, as `tsx` does. */
export function startWorker(recipe: Recipe): Worker {
  const ownEnding = isTypeScript(import.meta.url) ? ".ts" : ".js";
  const entry = new URL(`./worker${ownEnding}`, import.meta.url);
  const options = { workerData: recipe, name: "deep-pessimist batches", resourceLimits };
  if (!isTypeScript(entry.href) && !isTypeScript(recipe.module))
    // Our own modules need no loader that the process was given, and start sooner without.
    return new Worker(entry, recipe.module.startsWith(ownFolder) ? { ...options, execArgv: [] } : options);
  // A loader given to the process does not reach its threads: this one is registered inside.
  const tsx = import.meta.resolve("tsx/esm/api");
  const code = `import(${JSON.stringify(tsx)}).then(({ register }) => {
    register();
    return import(${JSON.stringify(entry.href)});
  });`;
  return new Worker(code, { ...options, eval: true, execArgv: [] });
}
