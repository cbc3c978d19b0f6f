import { page, plain } from "./page.mjs";

/**
 * What a page needs to know of its neighbours.
 *
 * @typedef {{ file: string, title: string }} Neighbour
 */

/**
 * A notebook's cells as a page, with its sections at the side and its neighbours above and below.
 *
 * @param {string} cells - what nbconvert made of them
 * @param {object} place
 * @param {string} place.title
 * @param {Neighbour | undefined} place.previous
 * @param {Neighbour | undefined} place.next
 * @param {ReadonlySet<string>} place.files - the site's pages; links to others become plain words
 * @returns {string}
 */
export function lessonPage(cells, { title, previous, next, files }) {
  let tables = 0;
  const text = cells
    .replace(/<a class="anchor-link"[^>]*>[^<]*<\/a>/g, "")
    .replace(/<a href="([\w-]+)\.ipynb">([\s\S]*?)<\/a>/g, (_, name, words) =>
      files.has(`${name}.html`) ? `<a href="${name}.html">${words}</a>` : words,
    )
    .replace(/<pre(?! tabindex)/g, '<pre tabindex="0"')
    .replace(
      /<table[\s\S]*?<\/table>/g,
      (table) =>
        `<div class="scroll" tabindex="0" role="region" aria-label="Table ${++tables}">${table}</div>`,
    );
  const sections = [...text.matchAll(/<h2 id="([^"]+)">([\s\S]*?)<\/h2>/g)].map(
    ([, id, words]) => `<li><a href="#${id}">${words}</a></li>`,
  );
  return page({
    title,
    body: `<nav class="top" aria-label="Course">
<a href="index.html">Contents</a>
${next === undefined ? "" : `<a href="${next.file}">${plain(next.title)} →</a>`}
</nav>
<div class="columns">
<nav class="contents" aria-label="On this page">
<strong>On this page</strong>
<ul>
${sections.join("\n")}
</ul>
</nav>
<main id="text">
${text}
</main>
</div>
<nav class="bottom" aria-label="Neighbouring notebooks">
<span>${previous === undefined ? "" : `<a href="${previous.file}">← ${plain(previous.title)}</a>`}</span>
<span>${next === undefined ? "" : `<a href="${next.file}">${plain(next.title)} →</a>`}</span>
</nav>`,
  });
}
