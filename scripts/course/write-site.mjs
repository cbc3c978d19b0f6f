import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { lessonPage } from "./lesson-page.mjs";
import { page, plain } from "./page.mjs";
import { runQuietly } from "./run-notebook.mjs";

const templates = fileURLToPath(new URL(".", import.meta.url));

/**
 * Writes executed notebooks as pages that open from a file, without a network.
 *
 * @param {{ executed: string, seconds: number }[]} runs - in reading order
 * @param {{ jupyter: string, siteFolder: string }} options
 * @returns {Promise<string>} the path of the table of contents
 */
export async function writeSite(runs, { jupyter, siteFolder }) {
  mkdirSync(siteFolder, { recursive: true });
  const { code, text } = await runQuietly(jupyter, [
    ...["nbconvert", "--to", "html", "--output-dir", siteFolder, "--template", "site"],
    `--TemplateExporter.extra_template_basedirs=${templates}`,
    ...runs.map(({ executed }) => executed),
  ]);
  if (code !== 0) throw new Error(`nbconvert could not write the pages:\n${text}`);
  const lessons = runs.map(({ executed, seconds }) => ({
    file: basename(executed).replace(/\.ipynb$/, ".html"),
    seconds,
    ...introduction(executed),
  }));
  const files = new Set(lessons.map(({ file }) => file));
  for (const [i, { file, title }] of lessons.entries()) {
    const cells = readFileSync(join(siteFolder, file), "utf8");
    const place = { title, previous: lessons[i - 1], next: lessons[i + 1], files };
    writeFileSync(join(siteFolder, file), lessonPage(cells, place));
  }
  const index = join(siteFolder, "index.html");
  writeFileSync(index, tableOfContents(lessons));
  return index;
}

/** A notebook's title, question and minutes, as its first cell states them. @param {string} path */
function introduction(path) {
  const { cells } = JSON.parse(readFileSync(path, "utf8"));
  const text = [cells[0].source].flat().join("");
  return {
    title: /^# (.*)$/m.exec(text)?.[1] ?? basename(path),
    question: /^\*\*The question\.\*\* ([\s\S]*?)\n\n/m.exec(text)?.[1] ?? "",
    minutes: /^\*\*Minutes:\*\* (\d+)/m.exec(text)?.[1] ?? "?",
  };
}

/** @param {{ file: string, title: string, question: string, minutes: string, seconds: number }[]} lessons */
function tableOfContents(lessons) {
  const items = lessons.map(
    ({ file, title, question, minutes, seconds }) => `<li><a href="${file}">${plain(title)}</a>
<p>${plain(question)}</p>
<p><small>${minutes} minutes; it ran here in ${Math.round(seconds)} seconds</small></p></li>`,
  );
  return page({
    title: "The course",
    body: `<main id="text">
<h1>Deep Pessimist</h1>
<p>Deep networks fail silently. This course shows how to find out why. The pages below are its notebooks as they
ran, from top to bottom, on the machine that wrote them. To run them yourself, and to answer back:
<code>npm start</code>.</p>
<ul class="cards">
${items.join("\n")}
</ul>
</main>`,
  });
}
