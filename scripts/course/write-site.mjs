import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { runQuietly } from "./run-notebook.mjs";

/**
 * Writes executed notebooks as pages that open from a file, without a network.
 *
 * @param {{ executed: string, seconds: number }[]} runs - in reading order
 * @param {{ jupyter: string, siteFolder: string }} options
 * @returns {Promise<string>} the path of the table of contents
 */
export async function writeSite(runs, { jupyter, siteFolder }) {
  mkdirSync(siteFolder, { recursive: true });
  const pages = [];
  for (const { executed, seconds } of runs) {
    const { code, text } = await runQuietly(jupyter, [
      ...["nbconvert", "--to", "html", executed, "--output-dir", siteFolder],
      // The page's formulas and widgets would load scripts from the network; the course uses neither.
      ...["--HTMLExporter.mathjax_url=", "--HTMLExporter.require_js_url=", "--HTMLExporter.jquery_url="],
    ]);
    if (code !== 0) throw new Error(`nbconvert could not write ${executed} as a page:\n${text}`);
    const page = basename(executed).replace(/\.ipynb$/, ".html");
    pages.push({ page, title: titleOf(executed), seconds });
  }
  const index = join(siteFolder, "index.html");
  writeFileSync(index, tableOfContents(pages));
  return index;
}

/** The text of a notebook's first heading. @param {string} path */
function titleOf(path) {
  const notebook = JSON.parse(readFileSync(path, "utf8"));
  const text = notebook.cells
    .map((/** @type {any} */ cell) => cell.source.join?.("") ?? cell.source)
    .join("\n");
  return /^# (.*)$/m.exec(text)?.[1] ?? basename(path);
}

/** @param {{ page: string, title: string, seconds: number }[]} pages */
function tableOfContents(pages) {
  const rows = pages.map(({ page, title, seconds }) => {
    const time = seconds < 90 ? `${Math.round(seconds)} seconds` : `${Math.round(seconds / 60)} minutes`;
    return `<li><a href="${page}">${title}</a> <small>runs in ${time}</small></li>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Deep Pessimist</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 18px/1.6 system-ui, sans-serif; max-width: 38rem; margin: 4rem auto; padding: 0 1rem; }
  li { margin: 0.6rem 0; } small { opacity: 0.75; }
</style>
<main>
<h1>Deep Pessimist</h1>
<p>Deep networks fail silently. This course shows how to find out why. The pages below are the notebooks as they
ran, from top to bottom, on the machine that wrote them.</p>
<ol start="0">
${rows.join("\n")}
</ol>
</main>
</html>
`;
}
