// Runs every notebook of the course from top to bottom without a browser and writes them as a site.
// Usage: node scripts/course.mjs [NAME…] [--out FOLDER] [--seed N] [--unplugged]; a NAME such as 01 picks notebooks by their beginning.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { runNotebook } from "./course/run-notebook.mjs";
import { writeSite } from "./course/write-site.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string", default: join(root, "site") },
    seed: { type: "string", default: "0" },
    unplugged: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});
/** @param {string} line */
const say = (line) => {
  if (!values.json) console.log(line);
};

const bin = process.platform === "win32" ? ["Scripts", "jupyter.exe"] : ["bin", "jupyter"];
const jupyter = join(root, ".venv", ...bin);
if (!existsSync(jupyter)) {
  console.error(
    `There is no JupyterLab at ${jupyter}.\n  Expected: the environment that set-up makes.\n  To fix:   npm start -- --set-up-only`,
  );
  process.exit(2);
}

const folder = join(root, "notebooks");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".ipynb"))
  .sort();
const unknown = positionals.find((start) => !names.some((name) => name.startsWith(start)));
if (unknown !== undefined) {
  console.error(
    `No notebook begins with "${unknown}".\n  Expected: one of ${names.join(", ")}.\n  To fix:   npm run course -- ${names[0]?.slice(0, 2)}`,
  );
  process.exit(2);
}
const chosen = names.filter(
  (name) => positionals.length === 0 || positionals.some((start) => name.startsWith(start)),
);

const runs = [];
for (const name of chosen) {
  const run = await runNotebook(join(folder, name), {
    jupyter,
    outputFolder: join(root, ".cache", "course"),
    seed: Number(values.seed),
    unplugged: values.unplugged,
  });
  const verdict = run.problems.length === 0 ? "ran" : "FAILED";
  say(
    `${name.replace(/\.ipynb$/, "").padEnd(28)} ${verdict} in ${run.seconds.toFixed(1)} s, its longest cell ${Math.max(0, ...run.cellSeconds).toFixed(1)} s`,
  );
  for (const problem of run.problems) say(`  ${problem.replaceAll("\n", "\n  ")}`);
  runs.push({ name, ...run });
}

const whole = runs.filter(({ problems }) => problems.length === 0);
const index = whole.length > 0 ? await writeSite(whole, { jupyter, siteFolder: values.out }) : undefined;
if (index !== undefined) say(`\nThe site: ${pathToFileURL(index)}`);
say(`${whole.length} of ${runs.length} notebooks ran from top to bottom.`);
if (values.json) {
  const notebooks = runs.map(({ name, seconds, problems }) => ({ name, seconds, problems }));
  console.log(JSON.stringify({ notebooks, ...(index && { site: index }) }, null, 2));
}
process.exitCode = whole.length === runs.length ? 0 : 1;
