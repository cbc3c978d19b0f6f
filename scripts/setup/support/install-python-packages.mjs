import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { environmentPython, environmentVariables, sitePackages } from "./environment.mjs";
import { runCommand } from "./run-command.mjs";

/**
 * Installs exactly what a lock file names.
 *
 * An install that was interrupted leaves packages that pip takes for whole. So in a clone, whose environment is
 * nobody else's, the step's own part of the environment is emptied first; in somebody's project pip reinstalls.
 *
 * @param {import("../context.mjs").Context} context
 * @param {{ step: string, requirements: string, owns: (name: string) => boolean }} what - `owns` tells which entries of
 *   site-packages are this step's
 * @returns {Promise<void>}
 */
export async function installPythonPackages(context, { step, requirements, owns }) {
  const python = environmentPython(context);
  const folder = sitePackages(context);
  if (context.isClone && folder !== undefined)
    for (const name of readdirSync(folder)) if (owns(name)) remove(join(folder, name));
  const temporary = join(context.state, "tmp");
  mkdirSync(temporary, { recursive: true });
  // The system's own folder for temporary files is often too small for TensorFlow.
  const env = { ...environmentVariables(context), TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  try {
    await repairPip(context, python, env);
    await runCommand(
      context,
      step,
      python,
      [
        ...["-m", "pip", "install", "--no-deps", "--only-binary", ":all:", "--no-compile"],
        ...["--progress-bar", "off", "--no-warn-script-location"],
        ...(context.isClone ? [] : ["--force-reinstall"]),
        ...["-r", join(context.packageRoot, requirements)],
      ],
      { env },
    );
  } finally {
    remove(temporary);
  }
}

/**
 * @param {import("../context.mjs").Context} context
 * @param {string} python
 * @param {NodeJS.ProcessEnv} env
 */
async function repairPip(context, python, env) {
  try {
    execFileSync(python, ["-m", "pip", "--version"], { env, stdio: "ignore" });
    return;
  } catch {
    const folder = sitePackages(context);
    if (folder !== undefined)
      for (const name of readdirSync(folder)) if (isPip(name)) remove(join(folder, name));
  }
  await runCommand(context, "pip", python, ["-m", "ensurepip", "--upgrade", "--default-pip"], { env });
}

/** @param {string} name - an entry of site-packages */
export function isPip(name) {
  return /^(pip|setuptools|wheel|pkg_resources|_distutils_hack|distutils-precedence)\b/.test(name);
}

/** @param {string} name - an entry of site-packages */
export function isTensorFlow(name) {
  return /^(tensorflow|nvidia)(?![a-z])/i.test(name);
}

/** @param {string} path */
function remove(path) {
  rmSync(path, { recursive: true, force: true });
}
