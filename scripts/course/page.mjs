import { readFileSync } from "node:fs";

const style = readFileSync(new URL("site/style.css", import.meta.url), "utf8");

/**
 * One page of the site, whole: it loads nothing.
 *
 * @param {{ title: string, body: string }} parts - `body` is HTML
 * @returns {string}
 */
export function page({ title, body }) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plain(title)} · Deep Pessimist</title>
<link rel="icon" href="data:,">
<style>
${style}</style>
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
<div class="page">
${body}
</div>
</body>
</html>
`;
}

/** Text that is safe in HTML. @param {string} text */
export function plain(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
