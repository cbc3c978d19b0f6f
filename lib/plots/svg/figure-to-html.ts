import type { Figure } from "../../core/index.js";
import { figureToSvg } from "./figure-to-svg.js";
import { escapeXml } from "./tidy-svg.js";

/**
 * A figure, or several, as a page of its own: each picture and, under it, the reading. It loads nothing from anywhere.
 *
 * @param figures - what to show, from top to bottom
 * @param title - the page's title
 * @throws UsageError where `jsdom` or `plotly.js-dist-min` is not installed
 */
export async function figureToHtml(figures: Figure | readonly Figure[], title: string): Promise<string> {
  const drawn: string[] = [];
  for (const figure of [figures].flat())
    drawn.push(`<figure>
${await figureToSvg(figure)}
<figcaption>${escapeXml(figure.reading)}</figcaption>
</figure>`);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeXml(title)}</title>
<style>
  body { margin: 2rem auto; max-width: 40rem; padding: 0 1rem; font: 1rem/1.5 Helvetica, Arial, sans-serif; color: #24292f; background: #fff }
  figure { margin: 0 0 2rem }
  svg { max-width: 100%; height: auto }
</style>
${drawn.join("\n")}
</html>
`;
}
