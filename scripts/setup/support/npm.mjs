import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { SetupError } from "../setup-error.mjs";

/** The first npm that reads our lock file's version. */
const oldestNpm = 7;

/**
 * How npm is called: as the script that `npm start` itself runs in, so that no shell is needed on Windows.
 *
 * @param {import("../context.mjs").Context} context
 * @returns {[string, ...string[]]}
 */
export function npmCommand({ env, platform }) {
  const running = env.npm_execpath;
  if (running !== undefined && basename(running) === "npm-cli.js" && existsSync(running))
    return [process.execPath, running];
  const beside = join(dirname(process.execPath), "node_modules", "npm", "bin", "npm-cli.js");
  if (platform === "win32" && existsSync(beside)) return [process.execPath, beside];
  return ["npm"];
}

/**
 * @param {import("../context.mjs").Context} context
 * @throws {SetupError} where there is no npm, or one that is too old
 */
export async function assertNpm(context) {
  const [program, ...args] = npmCommand(context);
  const fix = "npm install --global npm@10 (or reinstall Node, which brings it: nodejs.org).";
  let version = "";
  try {
    version = execFileSync(program, [...args, "--version"], {
      ...{ env: context.env, cwd: context.root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
    }).trim();
  } catch {
    throw new SetupError({ got: "npm does not run.", expected: `npm ${oldestNpm} or newer.`, fix });
  }
  if (Number.parseInt(version, 10) < oldestNpm)
    throw new SetupError({ got: `npm is ${version}.`, expected: `npm ${oldestNpm} or newer.`, fix });
}
