import { execFileSync } from "node:child_process";
import { delimiter } from "node:path";
import { SetupError } from "../setup-error.mjs";
import { howToInstallPython, howToInstallVenv } from "./install-hints.mjs";

/** The oldest and the newest Python (3.x) for which every pinned package has a build. */
export const oldest = 10;
export const newest = 13;

const question = `
import json, struct, sys
from importlib.util import find_spec
print(json.dumps({"executable": sys.executable, "version": list(sys.version_info[:3]), "bits": struct.calcsize("P") * 8,
                  "venv": find_spec("venv") is not None and find_spec("ensurepip") is not None}))
`;

/** @typedef {{ command: string[], executable: string, version: number[], bits: number, venv: boolean }} Python */

/**
 * The interpreter that the environment will be made with: the one asked for, or the first on the PATH that serves.
 *
 * @param {import("../context.mjs").Context} context
 * @returns {string} the path of its program
 * @throws {SetupError} naming what was found and the line that installs what is missing
 */
export function findPython(context) {
  const asked = context.python;
  const found = (asked === undefined ? candidates(context.platform) : [[asked]])
    .map((command) => ask(command, context))
    .filter((python) => python !== undefined);
  const fitting = found.filter(fits);
  const best = fitting.find((python) => python.venv);
  if (best !== undefined) return best.executable;
  if (fitting[0] !== undefined) throw withoutVenv(fitting[0], context);
  const list = found.map(describe).join(", ");
  throw new SetupError({
    got:
      asked === undefined
        ? `No Python that fits was found${list === "" ? "." : `, only ${list}.`}`
        : `PESSIMIST_PYTHON or --python names ${asked}, which ${found[0] === undefined ? "does not run" : `is ${version(found[0])}`}.`,
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
function ask(command, context) {
  const [program, ...args] = /** @type {[string, ...string[]]} */ (command);
  try {
    const answer = execFileSync(program, [...args, "-c", question], {
      env: withoutEnvironment(context),
      ...{ encoding: "utf8", timeout: 20_000, windowsHide: true, stdio: ["ignore", "pipe", "ignore"] },
      shell: context.platform === "win32" && /\.(bat|cmd)$/i.test(program),
    });
    return { command, ...JSON.parse(answer) };
  } catch {
    return undefined;
  }
}

/**
 * An environment that is switched on in this terminal may be the very one that is to be replaced.
 *
 * @param {import("../context.mjs").Context} context
 * @returns {NodeJS.ProcessEnv}
 */
function withoutEnvironment({ env, venv }) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  const folders = (env[name] ?? "").split(delimiter).filter((folder) => !folder.startsWith(venv));
  return { ...withoutPythonPath(env), [name]: folders.join(delimiter) };
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
function describe(python) {
  return `${python.command.join(" ")} (${version(python)})`;
}

/** @param {Python} python */
function version({ version, bits }) {
  return `Python ${version.join(".")}${bits === 64 ? "" : `, ${bits} bits`}`;
}

/** @param {Python} python @param {import("../context.mjs").Context} context */
function withoutVenv(python, { platform }) {
  return new SetupError({
    got: `${describe(python)} cannot make environments: its modules venv and ensurepip are not installed.`,
    expected: "a Python with both.",
    fix: howToInstallVenv(platform, python.version[1] ?? newest),
  });
}
