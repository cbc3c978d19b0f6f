import { errorTermLabels, formatPercent, type Interval } from "../../core/index.js";
import { causeLabels, type NextSteps } from "../../improvement/next-steps/index.js";
import { figureToSvg } from "../../plots/index.js";
import type { ModelReport } from "./model-report.js";
import { pageStyle } from "./page-style.js";
import { themedSvg } from "./themed-svg.js";

/** How many remedies of a cause are shown before the fold. */
const shown = 3;

/**
 * The report as one page, which loads nothing from anywhere: readings, tables, and drawings that follow the reader's theme.
 *
 * @throws UsageError where `jsdom` or `plotly.js-dist-min` is not installed
 */
export async function reportToHtml(report: ModelReport): Promise<string> {
  const { title, decomposition, next, sections, metrics, lookedInto } = report;
  const colours = new Map<string, { light: string; dark: string }>();
  const drawn: string[] = [];
  for (const { figure } of sections) {
    const themed = themedSvg(await figureToSvg(figure));
    for (const [name, colour] of themed.colours) colours.set(name, colour);
    drawn.push(`<figure>
${themed.svg}
<figcaption>${text(figure.reading)}</figcaption>
</figure>`);
  }
  const test = decomposition.rungs.at(-1)!;
  const scale = Math.max(...decomposition.rungs.map(({ high }) => high));
  const counted = decomposition.rungs
    .filter(({ samples }) => samples !== undefined)
    .map(({ name, samples }) => `${name} ${samples!.toLocaleString("en")}`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${text(title)}</title>
<style>${pageStyle(colours)}</style>
</head>
<body>
<header>
<h1>${text(title)}</h1>
<p class="facts"><b>${formatPercent(test.estimate, scale)} %</b> test error (${range(test, scale)}) · images: ${text(counted.join(", "))}</p>
</header>
<section class="next ${next.verdict}">
<h2>What to do next</h2>
<p class="reading">${text(next.reading)}</p>
${causesOf(next, scale)}
${unsaid(next)}
</section>
<section aria-label="${text(sections[0]!.heading)}">
${drawn[0]}
<details><summary>The same as a table</summary>
${termTable(decomposition, scale)}</details>
</section>
${sections
  .slice(1)
  .map(({ heading }, i) => `<section aria-label="${text(heading)}">\n${drawn[i + 1]}\n</section>`)
  .join("\n")}
<section>
<h2>Metrics on ${text(lookedInto)}</h2>
<table>
<thead><tr><th>metric</th><th>estimate</th><th>interval</th></tr></thead>
<tbody>
${metrics.map(({ metric, ...of }) => `<tr><td>${text(metric)}</td><td>${of.estimate.toFixed(3)}</td><td>${of.low.toFixed(3)} to ${of.high.toFixed(3)}</td></tr>`).join("\n")}
</tbody>
</table>
</section>
<footer>Single errors are looked at on ${text(lookedInto)}, never on test: whoever looks at test images tunes the model to them. Made by deep-pessimist.</footer>
</body>
</html>
`;
}

/** A text as it may stand between tags; a percent sign stays with its number. */
function text(words: string): string {
  const names: Record<string, string> = { "&": "amp", "<": "lt", ">": "gt", '"': "quot" };
  return words.replace(/[&<>"]/g, (character) => `&${names[character]};`).replace(/ %/g, "\u00a0%");
}

function range({ low, high }: Interval | { low: number; high: number }, scale: number): string {
  return `${formatPercent(low, scale)} to ${formatPercent(high, scale)}`;
}

/** Each cause with its evidence, and its remedies as a table: the first few, the others in a fold. */
function causesOf({ steps }: NextSteps, scale: number): string {
  const causes = [...new Set(steps.map(({ cause }) => cause))];
  const most = Math.max(...steps.map(({ gain }) => gain.high), Number.MIN_VALUE);
  return causes
    .map((cause, c) => {
      const own = steps.filter((step) => step.cause === cause);
      const rows = own.map((step, i) => stepRow(step, i, most, scale));
      const fold =
        rows.length <= shown
          ? ""
          : `<details><summary>${rows.length - shown} more</summary>\n${stepTable(rows.slice(shown))}</details>`;
      // The reading has the first cause's already.
      const why = c === 0 ? "" : `<p>${text(own[0]!.evidence)}</p>\n`;
      return `<h3>Against ${text(causeLabels[cause])}</h3>\n${why}${stepTable(rows.slice(0, shown))}\n${fold}`;
    })
    .join("\n");
}

function stepTable(rows: readonly string[]): string {
  return `<table class="steps">\n<thead><tr><td></td><th>step</th><th>expected gain, points</th><th>cost</th></tr></thead>\n<tbody>\n${rows.join("\n")}\n</tbody>\n</table>`;
}

/** A bar for the interval of the gain, with a line where the expected one is. */
function stepRow(
  { action, gain, basis, cost }: NextSteps["steps"][number],
  i: number,
  most: number,
  scale: number,
): string {
  const at = (rate: number) => ((100 * Math.max(0, rate)) / most).toFixed(1);
  const bar = `<svg class="gain" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect x="${at(gain.low)}" y="2" width="${at(gain.high - Math.max(0, gain.low))}" height="6"/><line x1="${at(gain.estimate)}" x2="${at(gain.estimate)}" y1="0" y2="10"/></svg>`;
  return `<tr><td>${i + 1}</td><td>${text(action)}<small>${text(basis)}</small></td><td>${bar}<span>${formatPercent(gain.estimate, scale)} <i>(${range(gain, scale)})</i></span></td><td>${text(cost)}</td></tr>`;
}

function unsaid({ cannotSay }: NextSteps): string {
  if (cannotSay.length === 0) return "";
  const items = cannotSay.map(({ why }) => `<li>${text(why)}.</li>`);
  return `<h3>What the data cannot say</h3>\n<ul>\n${items.join("\n")}\n</ul>`;
}

function termTable({ terms, confidence }: ModelReport["decomposition"], scale: number): string {
  const rows = terms.map(({ name, exact, note, ...of }) => {
    const interval = exact ? "exact" : range(of, scale);
    const band = exact ? "" : range(of.band, scale);
    return `<tr><td>${errorTermLabels[name]}${note === undefined ? "" : `<small>${text(note)}</small>`}</td><td>${formatPercent(of.estimate, scale)}</td><td>${interval}</td><td>${band}</td></tr>`;
  });
  const percent = Number((100 * confidence).toPrecision(6));
  return `<table class="terms">
<thead><tr><th>term</th><th>points</th><th>${percent} % interval</th><th>all at once</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}
