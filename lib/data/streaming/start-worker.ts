import { Worker } from "node:worker_threads";
import type { Recipe } from "./recipe.js";

const isTypeScript = (url: string): boolean => /\.[cm]?tsx?$/.test(url);

/** Starts a thread that makes the recipe's data set; TypeScript is compiled on the way, as `tsx` does. */
export function startWorker(recipe: Recipe): Worker {
  const ownEnding = isTypeScript(import.meta.url) ? ".ts" : ".js";
  const entry = new URL(`./worker${ownEnding}`, import.meta.url);
  const options = { workerData: recipe, name: "deep-pessimist batches" };
  if (!isTypeScript(entry.href) && !isTypeScript(recipe.module)) return new Worker(entry, options);
  // A loader given to the process does not reach its threads: this one is registered inside.
  const tsx = import.meta.resolve("tsx/esm/api");
  const code = `import(${JSON.stringify(tsx)}).then(({ register }) => {
    register();
    return import(${JSON.stringify(entry.href)});
  });`;
  return new Worker(code, { ...options, eval: true, execArgv: [] });
}
