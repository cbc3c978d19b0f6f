import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { explainFailure } from "./explain-failure.mjs";
import { spawnSupervised } from "./spawn-supervised.mjs";

/**
 * Runs a program to its end, its output in a log file; throws what went wrong, said in three parts.
 *
 * @param {import("../context.mjs").Context} context
 * @param {string} name - of the step; it names the log
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string }} [options]
 * @returns {Promise<void>}
 */
export async function runCommand(
  context,
  name,
  program,
  args,
  { env = context.env, cwd = context.root } = {},
) {
  mkdirSync(context.state, { recursive: true });
  const log = join(context.state, `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}.log`);
  const output = openSync(log, "w");
  try {
    const child = spawnSupervised(program, args, { cwd, env, output, signal: context.signal });
    const code = await new Promise((resolve, reject) => {
      // After Ctrl-C the program is waited for: what it still writes must not meet the next set-up.
      child.once("error", (error) =>
        error.name === "AbortError" ? child.once("close", () => reject(error)) : reject(error),
      );
      child.once("close", (status, signal) => context.signal.aborted || resolve(signal ?? status));
    });
    if (code === 0) return;
    throw explainFailure({
      name,
      command: [program, ...args].join(" "),
      code,
      text: readFileSync(log, "utf8"),
      log,
    });
  } finally {
    closeSync(output);
  }
}
