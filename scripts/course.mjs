// Runs every notebook of the course from top to bottom without a browser and writes them as a site.
// Usage: node scripts/course.mjs [NAME…] [--out FOLDER]; a NAME such as 01 picks notebooks by their beginning.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { runNotebook } from "./course/run-notebook.mjs";
import { writeSite } from "./course/write-site.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string", default: join(root, "site") } },
});

const bin = process.platform === "win32" ? "Scripts" : "bin";
const jupyter = join(root, ".venv", bin, process.platform === "win32" ? "jupyter.exe" : "jupyter");
if (!existsSync(jupyter)) {
  console.error(
    `There is no JupyterLab at ${jupyter}.\n  Expected: the environment that set-up makes.\n  To fix:   node scripts/start.mjs --set-up-only`,
  );
  process.exit(2);
}

const folder = join(root, "notebooks");
const chosen = readdirSync(folder)
  .filter((name) => name.endsWith(".ipynb"))
  .filter((name) => positionals.length === 0 || positionals.some((start) => name.startsWith(start)))
  .sort();

const runs = [];
let failed = 0;
for (const name of chosen) {
  const run = await runNotebook(join(folder, name), {
    jupyter,
    outputFolder: join(root, ".cache", "course"),
  });
  const verdict = run.problems.length === 0 ? "ran" : "FAILED";
  console.log(`${name.replace(/\.ipynb$/, "").padEnd(28)} ${verdict} in ${run.seconds.toFixed(1)} s`);
  for (const problem of run.problems) console.log(`  ${problem.replaceAll("\n", "\n  ")}`);
  if (run.problems.length > 0) failed++;
  else runs.push(run);
}

if (runs.length > 0) {
  const index = await writeSite(runs, { jupyter, siteFolder: values.out });
  console.log(`\nThe site: ${pathToFileURL(index)}`);
}
console.log(`${runs.length} notebooks ran, ${failed} failed.`);
process.exitCode = failed > 0 || chosen.length === 0 ? 1 : 0;
