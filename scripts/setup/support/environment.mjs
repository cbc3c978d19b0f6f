import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { caches } from "./caches.mjs";
import { withoutPythonPath } from "./find-python.mjs";

/** @typedef {import("../context.mjs").Context} Context */

/** The environment's own interpreter. @param {Context} context */
export function environmentPython({ venv, platform }) {
  return platform === "win32" ? join(venv, "Scripts", "python.exe") : join(venv, "bin", "python");
}

/**
 * Where the environment's packages lie, or undefined where there is no environment.
 *
 * @param {Context} context
 * @returns {string | undefined} an absolute path
 */
export function sitePackages({ venv, platform }) {
  if (platform === "win32")
    return existsSync(join(venv, "Lib")) ? join(venv, "Lib", "site-packages") : undefined;
  const lib = join(venv, "lib");
  const version = existsSync(lib) ? readdirSync(lib).find((name) => name.startsWith("python3")) : undefined;
  return version === undefined ? undefined : join(lib, version, "site-packages");
}

/** The same, as a stamp names it. @param {Context} context @returns {string[]} */
export function sitePackagesFromRoot(context) {
  const folder = sitePackages(context);
  return folder === undefined ? [] : [folder.slice(context.root.length + 1).replaceAll("\\", "/")];
}

/** The variables for pip and Python: nobody's settings may lead them out of the environment. @param {Context} context */
export function environmentVariables(context) {
  const { PIP_TARGET: _target, PIP_PREFIX: _prefix, ...env } = withoutPythonPath(context.env);
  return {
    ...env,
    ...caches(context),
    PIP_USER: "0",
    PIP_DISABLE_PIP_VERSION_CHECK: "1",
    PIP_NO_INPUT: "1",
    PYTHONUTF8: "1",
  };
}
