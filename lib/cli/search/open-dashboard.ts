import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { UsageError } from "../../core/index.js";
import { couldNotRun, fine } from "../command.js";
import { parseArguments } from "../parse-arguments.js";
import { freePort } from "./free-port.js";
import { countOption, oneDatabase } from "./options.js";

/** `deep-pessimist search dashboard`. */
export async function openDashboard(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArguments("search", args, {
    port: { type: "string", default: "8080" },
    host: { type: "string", default: "127.0.0.1" },
  });
  const file = oneDatabase("dashboard", positionals);
  const asked = countOption("port", values.port, { lowest: 0, highest: 65_535, example: 8080 })!;
  const program = find();
  const port = await freePort(values.host, asked);
  console.error(`http://${values.host}:${port}/ shows ${file}; Ctrl-C ends it.`);
  const child = spawn(program, [`sqlite:///${file}`, "--host", values.host, "--port", `${port}`], {
    stdio: "inherit",
    detached: process.platform !== "win32", // Ctrl-C is this process's to hear: Python would show where it was
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => child.kill());
  return new Promise((done, fail) => {
    child.once("error", (error) => fail(notStarted(program, error)));
    child.once("exit", (code, signal) => done(code === 0 || signal !== null ? fine : couldNotRun));
  });
}

function notStarted(program: string, error: Error): UsageError {
  return new UsageError(
    {
      got: `${program} could not be started: ${error.message}.`,
      expected: "a program that this user may run.",
      fix: "install it anew: python -m pip install --force-reinstall optuna-dashboard",
    },
    { cause: error },
  );
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
