import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const supervisor = fileURLToPath(new URL("supervise.mjs", import.meta.url));

/**
 * Starts a program that ends when this process does, however this process ends.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, output: number, signal?: AbortSignal }} options - `output` is the
 *   descriptor of the file that takes what it prints
 * @returns {import("node:child_process").ChildProcess}
 */
export function spawnSupervised(program, args, { cwd, env, output, signal }) {
  return spawn(process.execPath, [supervisor, program, ...args], {
    ...{ cwd, env, stdio: ["pipe", output, output], windowsHide: true },
    ...(signal === undefined ? {} : { signal, killSignal: "SIGTERM" }),
  });
}
