import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "./setup-error.mjs";
import { environmentPython, environmentVariables } from "./support/environment.mjs";
import { findPython } from "./support/find-python.mjs";
import { runCommand } from "./support/run-command.mjs";

/**
 * A Python of the course's own, in .venv.
 *
 * @type {import("./step.mjs").Step}
 */
export const pythonEnvironment = {
  name: "Python environment",
  megabytes: () => 50,
  // An environment holds absolute paths: it does not survive being moved.
  inputs: ({ root, python }) => `${root}\n${python ?? ""}`,
  outputs: () => [".venv/pyvenv.cfg"],
  async broken(context) {
    return works(context) ? undefined : ".venv does not run";
  },
  async make(context) {
    const exists = existsSync(context.venv);
    if (exists && !context.isClone && works(context)) return;
    if (exists && !context.isClone) throw notOurs(context);
    // Found before anything is removed: a wrong name of a Python must not cost a working environment.
    const python = findPython(context);
    rmSync(context.venv, { recursive: true, force: true });
    await runCommand(context, this.name, python, ["-m", "venv", ".venv"], {
      env: environmentVariables(context),
    });
  },
};

/**
 * The environment's Python may be a link to one that was removed or replaced: only running it tells.
 *
 * @param {import("./context.mjs").Context} context
 */
function works(context) {
  try {
    execFileSync(environmentPython(context), ["-c", "import pip, venv"], {
      ...{ env: environmentVariables(context), stdio: "ignore", timeout: 20_000 },
    });
    return true;
  } catch {
    return false;
  }
}

/** @param {import("./context.mjs").Context} context */
function notOurs({ root, platform }) {
  const folder = join(root, ".venv");
  return new SetupError({
    got: `${folder} exists, and its Python does not run.`,
    expected: "a working Python environment, or none.",
    fix: `remove it (${platform === "win32" ? `rmdir /s ${folder}` : `rm -r ${folder}`}), then type the same command again.`,
  });
}
