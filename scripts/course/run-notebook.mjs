import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { verifyRun } from "./verify-run.mjs";

/**
 * What a run left: the path of the notebook with its outputs, what was wrong, the seconds in all and those of
 * each code cell that said when it began and ended.
 *
 * @typedef {{ executed: string, problems: string[], seconds: number, cellSeconds: number[] }} Run
 */

/**
 * Runs one notebook from top to bottom without a browser and checks that all of it ran and every claim held.
 *
 * @param {string} notebook - path of the .ipynb; it is not changed
 * @param {object} options
 * @param {string} options.jupyter - the program inside the course's own environment
 * @param {string} options.outputFolder
 * @param {number} [options.seed] - of every random choice in the notebook; defaults to 0
 * @param {boolean} [options.unplugged] - in a namespace without a network, which Linux gives to those it lets;
 *   defaults to false
 * @param {number} [options.cellTimeoutSeconds]
 * @returns {Promise<Run>}
 */
export async function runNotebook(
  notebook,
  { jupyter, outputFolder, seed = 0, unplugged = false, cellTimeoutSeconds = 300 },
) {
  mkdirSync(outputFolder, { recursive: true });
  const home = mkdtempSync(join(tmpdir(), "pessimist-"));
  const started = performance.now();
  const executed = join(outputFolder, basename(notebook));
  const args = [
    ...["nbconvert", "--to", "notebook", "--execute", notebook],
    ...["--output-dir", outputFolder, `--ExecutePreprocessor.timeout=${cellTimeoutSeconds}`],
  ];
  const env = { PESSIMIST_HOME: home, PESSIMIST_SEED: `${seed}`, PESSIMIST_CLAIMS: "assert" };
  try {
    const { code, text } = unplugged
      ? await runQuietly(...withoutNetwork(jupyter, args), env)
      : await runQuietly(jupyter, args, env);
    const seconds = (performance.now() - started) / 1000;
    if (code !== 0) return { executed, problems: [lastError(text)], seconds, cellSeconds: [] };
    const run = JSON.parse(readFileSync(executed, "utf8"));
    return { executed, problems: verifyRun(run), seconds, cellSeconds: cellSeconds(run) };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/**
 * A program in a network of its own that leads nowhere, not even to this machine; so Jupyter speaks with its kernel
 * through files.
 *
 * @param {string} program
 * @param {string[]} args
 * @returns {[program: string, args: string[]]}
 */
function withoutNetwork(program, args) {
  const transport = [
    "--KernelManager.transport=ipc",
    `--KernelManager.ip=${join(mkdtempSync(join(tmpdir(), "ipc-")), "kernel")}`,
  ];
  return ["unshare", ["--map-root-user", "--net", program, ...args, ...transport]];
}

/** @param {{ cells: Record<string, any>[] }} notebook */
function cellSeconds({ cells }) {
  return cells.flatMap(({ metadata }) => {
    const { "iopub.execute_input": began, "shell.execute_reply": ended } = metadata.execution ?? {};
    return began === undefined || ended === undefined ? [] : [(Date.parse(ended) - Date.parse(began)) / 1000];
  });
}

/**
 * Runs a program with no input and without the user's own Jupyter settings.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [environment] - variables to set besides
 * @returns {Promise<{ code: number, text: string }>} `text` is all that it printed
 */
export function runQuietly(program, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, JUPYTER_NO_CONFIG: "1", PYTHONWARNINGS: "ignore", ...environment };
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], env });
    let text = "";
    child.stdout.on("data", (chunk) => (text += chunk));
    child.stderr.on("data", (chunk) => (text += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, text }));
  });
}

/** The part of nbconvert's long report that names the cell and the error. @param {string} text */
function lastError(text) {
  const report = text.split("nbclient.exceptions.").at(-1) ?? text;
  return stripVTControlCharacters(report).trim().split("\n").slice(-40).join("\n");
}
