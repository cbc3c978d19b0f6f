import { createRequire } from "node:module";
import { UsageError } from "./usage-error.js";

const require = createRequire(import.meta.url);

/** The path of a file in a package that the library uses only where it is installed. */
export function resolveOptional(packageName: string, file: string, purpose: string): string {
  try {
    return require.resolve(`${packageName}/${file}`);
  } catch {
    throw missing(packageName, purpose);
  }
}

/** Imports a package that the library uses only where it is installed; `load` is `() => import("…")`. */
export async function loadOptional<T>(
  packageName: string,
  purpose: string,
  load: () => Promise<T>,
): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code !== "ERR_MODULE_NOT_FOUND" && code !== "MODULE_NOT_FOUND") throw cause;
    throw missing(packageName, purpose);
  }
}

function missing(packageName: string, purpose: string): UsageError {
  return new UsageError({
    got: `the npm package "${packageName}" is not installed.`,
    expected: `it, for ${purpose}.`,
    fix: `npm install ${packageName}`,
  });
}
