import { createRequire } from "node:module";
import { fromTslab, resolveFromTslab } from "./from-tslab.js";
import type { TypeScript } from "./internals.js";

const require: NodeJS.Require = createRequire(import.meta.url);
const id = "@tslab/typescript-for-tslab";

/**
 * Runs `load`, in which tslab's files are loaded for the first time, and lets them see TypeScript with some
 * functions replaced. The replacement lives in this process's memory: no file is changed, nobody else sees it.
 */
export function adjustTypeScript<Result>(
  replace: (typescript: TypeScript) => Partial<TypeScript>,
  load: () => Result,
): Result {
  if (resolveFromTslab("./converter.js") in require.cache)
    throw new Error("tslab's converter has been loaded already, with TypeScript as it is.");
  const typescript = fromTslab<TypeScript>(id);
  const cached = require.cache[resolveFromTslab(id)]!;
  cached.exports = { ...typescript, ...replace(typescript) };
  try {
    return load();
  } finally {
    cached.exports = typescript;
  }
}
