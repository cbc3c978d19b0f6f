import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { freeBytes } from "./support/disk-space.mjs";

/**
 * Where and for whom set-up works. Every step reads the world from here, so that tests can give it another one.
 *
 * @typedef {object} Context
 * @property {string} root - the folder that is set up: a clone of this repository, or somebody's project
 * @property {string} packageRoot - where this package's own files are; in a clone the same as `root`
 * @property {boolean} isClone - in a clone everything may be remade; in a project nothing of its owner's is removed
 * @property {string} venv - the Python environment
 * @property {string} state - stamps, logs and the lock
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 * @property {NodeJS.ProcessEnv} env
 * @property {string | undefined} python - the interpreter that was asked for, if any
 * @property {(folder: string) => number} freeBytes
 * @property {AbortSignal} signal - aborted by Ctrl-C
 */

/**
 * @param {Partial<Context>} [overrides]
 * @returns {Context}
 */
export function makeContext(overrides = {}) {
  const packageRoot = overrides.packageRoot ?? fileURLToPath(new URL("../..", import.meta.url));
  const root = resolve(overrides.root ?? packageRoot);
  const isClone = overrides.isClone ?? root === resolve(packageRoot);
  const env = overrides.env ?? process.env;
  return {
    root,
    packageRoot,
    isClone,
    venv: join(root, ".venv"),
    state: isClone ? join(root, ".cache", "setup") : join(root, "node_modules", ".cache", "deep-pessimist"),
    platform: process.platform,
    arch: process.arch,
    env,
    python: env.PESSIMIST_PYTHON || undefined,
    freeBytes,
    signal: new AbortController().signal,
    ...overrides,
  };
}
