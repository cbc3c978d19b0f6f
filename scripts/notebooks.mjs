// Makes notebooks/*.ipynb from course/*.ts. `--check` writes nothing and fails where the two differ.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bindClaims } from "./course/bind-claims.mjs";
import { readPercentFormat, writeNotebook } from "./course/percent-format.mjs";

const root = new URL("../", import.meta.url);
const check = process.argv.includes("--check");
const stale = [];

for (const file of readdirSync(new URL("course/", root)).filter((name) => /^\d\d-.*\.ts$/.test(name))) {
  const source = readFileSync(new URL(`course/${file}`, root), "utf8");
  const target = new URL(`notebooks/${file.replace(/\.ts$/, ".ipynb")}`, root);
  const wanted = writeNotebook(bindClaims(readPercentFormat(source)));
  const found = existsSync(target) ? readFileSync(target, "utf8") : "";
  if (found === wanted) continue;
  stale.push(fileURLToPath(target));
  if (!check) writeFileSync(target, wanted);
}

for (const file of stale) console.log(check ? `out of date: ${file}` : `written: ${file}`);
if (check && stale.length > 0) {
  console.error("The notebooks differ from course/. To fix: node scripts/notebooks.mjs");
  process.exitCode = 1;
}
