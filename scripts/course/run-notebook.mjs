import { spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { verifyRun } from "./verify-run.mjs";

/**
 * Runs one notebook from top to bottom without a browser and checks that all of it ran.
 *
 * @param {string} notebook - path of the .ipynb; it is not changed
 * @param {{ jupyter: string, outputFolder: string, cellTimeoutSeconds?: number }} options - `jupyter` is the
 *   program inside the course's own environment
 * @returns {Promise<{ executed: string, problems: string[], seconds: number }>} `executed` is the path of the
 *   notebook with its outputs
 */
export async function runNotebook(notebook, { jupyter, outputFolder, cellTimeoutSeconds = 300 }) {
  mkdirSync(outputFolder, { recursive: true });
  const started = performance.now();
  const executed = join(outputFolder, basename(notebook));
  const { code, text } = await runQuietly(jupyter, [
    ...["nbconvert", "--to", "notebook", "--execute", notebook],
    ...["--output-dir", outputFolder, `--ExecutePreprocessor.timeout=${cellTimeoutSeconds}`],
  ]);
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) return { executed, problems: [lastError(text)], seconds };
  return { executed, problems: verifyRun(JSON.parse(readFileSync(executed, "utf8"))), seconds };
}

/**
 * Runs a program with no input and without the user's own Jupyter settings.
 *
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<{ code: number, text: string }>} `text` is all that it printed
 */
export function runQuietly(program, args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, JUPYTER_NO_CONFIG: "1", PYTHONWARNINGS: "ignore" };
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
