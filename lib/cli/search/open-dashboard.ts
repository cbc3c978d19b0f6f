import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { UsageError } from "../../core/index.js";
import { couldNotRun, fine } from "../command.js";
import { parseArguments } from "../parse-arguments.js";
import { countOption, oneDatabase } from "./options.js";

/** `deep-pessimist search dashboard`. */
export async function openDashboard(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments("search", args, {
    port: { type: "string", default: "8080" },
    host: { type: "string", default: "127.0.0.1" },
  });
  const file = oneDatabase("dashboard", positionals);
  const port = countOption("port", values.port)!;
  const program = find();
  console.error(`http://${values.host}:${port}/ shows ${file}; Ctrl-C ends it.`);
  const child = spawn(program, [`sqlite:///${file}`, "--host", values.host, "--port", `${port}`], {
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => child.kill(signal));
  return new Promise((done) => {
    child.once("error", () => done(couldNotRun));
    child.once("exit", (code, signal) => done(code === 0 || signal !== null ? fine : couldNotRun));
  });
}

/** Of the environment in this folder, or of the one that is active. */
function find(): string {
  const name = process.platform === "win32" ? "optuna-dashboard.exe" : "optuna-dashboard";
  const bin = process.platform === "win32" ? "Scripts" : "bin";
  const folders = [resolve(".venv", bin), ...(process.env.PATH ?? "").split(delimiter)];
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new UsageError({
    got: "optuna-dashboard is not installed.",
    expected: "it, in .venv or on the PATH: it shows the studies of this library, too.",
    fix: "python -m pip install optuna-dashboard",
  });
}
