import { execFileSync } from "node:child_process";
import { SetupError } from "../setup-error.mjs";
import { howToInstallPython, howToInstallVenv } from "./install-hints.mjs";

/** The oldest and the newest Python (3.x) for which every pinned package has a build. */
export const oldest = 10;
export const newest = 13;

const question = `
import json, struct, sys
from importlib.util import find_spec
print(json.dumps({"version": list(sys.version_info[:3]), "bits": struct.calcsize("P") * 8,
                  "venv": find_spec("venv") is not None and find_spec("ensurepip") is not None}))
`;

/** @typedef {{ command: string[], version: number[], bits: number, venv: boolean }} Python */

/**
 * The interpreter that the environment will be made with: the one asked for, or the first on the PATH that serves.
 *
 * @param {import("../context.mjs").Context} context
 * @returns {string[]} the command, such as ["py", "-3.12"]
 * @throws {SetupError} naming what was found and the line that installs what is missing
 */
export function findPython(context) {
  const asked = context.python;
  const found = (asked === undefined ? candidates(context.platform) : [[asked]])
    .map((command) => ask(command, context))
    .filter((python) => python !== undefined);
  const fitting = found.filter(fits);
  const best = fitting.find((python) => python.venv);
  if (best !== undefined) return best.command;
  if (fitting[0] !== undefined) throw withoutVenv(fitting[0], context);
  const list = found.map(describe).join(", ");
  throw new SetupError({
    got:
      asked === undefined
        ? `No Python that fits was found${list === "" ? "." : `, only ${list}.`}`
        : `PESSIMIST_PYTHON or --python names ${asked}, which ${list === "" ? "does not run" : `is ${list}`}.`,
    expected: `Python 3.${oldest} to 3.${newest}, 64 bits.`,
    fix: `${howToInstallPython(context.platform)}\n            or name one: PESSIMIST_PYTHON=/path/to/python3.12`,
  });
}

/** @param {NodeJS.Platform} platform @returns {string[][]} */
function candidates(platform) {
  const minors = Array.from({ length: newest - oldest + 1 }, (_, i) => newest - i);
  if (platform === "win32") return [["python"], ["python3"], ...minors.map((minor) => ["py", `-3.${minor}`])];
  return [["python3"], ...minors.map((minor) => [`python3.${minor}`]), ["python"]];
}

/**
 * @param {string[]} command
 * @param {import("../context.mjs").Context} context
 * @returns {Python | undefined} undefined where it does not run, or is too old to understand the question
 */
function ask(command, { env, platform }) {
  const [program, ...args] = /** @type {[string, ...string[]]} */ (command);
  try {
    const answer = execFileSync(program, [...args, "-c", question], {
      env: withoutPythonPath(env),
      ...{ encoding: "utf8", timeout: 20_000, windowsHide: true, stdio: ["ignore", "pipe", "ignore"] },
      shell: platform === "win32" && /\.(bat|cmd)$/i.test(program),
    });
    return { command, ...JSON.parse(answer) };
  } catch {
    return undefined;
  }
}

/** Python's own variables would lead it to another installation's packages. @param {NodeJS.ProcessEnv} env */
export function withoutPythonPath(env) {
  const { PYTHONPATH: _path, PYTHONHOME: _home, ...rest } = env;
  return rest;
}

/** @param {Python} python */
function fits({ version: [major, minor = 0], bits }) {
  return major === 3 && minor >= oldest && minor <= newest && bits === 64;
}

/** @param {Python} python */
function describe({ command, version, bits }) {
  return `${command.join(" ")} (Python ${version.join(".")}${bits === 64 ? "" : `, ${bits} bits`})`;
}

/** @param {Python} python @param {import("../context.mjs").Context} context */
function withoutVenv(python, { platform }) {
  return new SetupError({
    got: `${describe(python)} cannot make environments: its modules venv and ensurepip are not installed.`,
    expected: "a Python with both.",
    fix: howToInstallVenv(platform, python.version[1] ?? newest),
  });
}
