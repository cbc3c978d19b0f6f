import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = resolve(".cache", "search-peers");

/** Why the tests that need other programs cannot run here; undefined where they can. In CI they must. */
export function peersMissing(): string | undefined {
  if (existsSync(join(folder, "bin", "optuna-dashboard"))) return undefined;
  if (process.env.CI !== undefined) throw new Error(`${folder} is missing: npm test makes it.`);
  return `Optuna and the servers are not set up (${folder}); npm test does it, on Linux.`;
}

/** A program of the tests' own Python environment. */
export function peerProgram(name: string): string {
  return join(folder, "bin", name);
}

/** A file that lies in one of its packages. */
export function peerFile(...path: string[]): string {
  const lib = join(folder, "lib");
  const version = readdirSync(lib).find((name) => name.startsWith("python3"))!;
  return join(lib, version, "site-packages", ...path);
}
