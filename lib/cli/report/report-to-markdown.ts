import { errorTermLabels, formatPercent } from "../../core/index.js";
import { formatNextSteps } from "../../improvement/next-steps/index.js";
import type { ModelReport } from "./model-report.js";

/** The report as Markdown: the same numbers, with each figure in characters and its reading. */
export function reportToMarkdown(report: ModelReport): string {
  const { title, decomposition, next, sections, metrics, lookedInto } = report;
  const scale = Math.max(...decomposition.rungs.map(({ high }) => high));
  const points = (rate: number) => formatPercent(rate, scale);
  const terms = decomposition.terms.map(({ name, estimate, low, high, exact }) => [
    errorTermLabels[name],
    points(estimate),
    exact ? "exact" : `${points(low)} to ${points(high)}`,
  ]);
  const drawn = sections.map(({ heading, figure }) =>
    [`## ${heading}`, "", "```text", figure.drawing ?? "", "```", "", figure.reading].join("\n"),
  );
  return `${[
    `# ${title}`,
    "## What to do next",
    formatNextSteps(next, { as: "markdown" }),
    ...drawn.slice(0, 1),
    table(["term", "points", "interval"], terms),
    ...drawn.slice(1),
    `## Metrics on ${lookedInto}`,
    table(
      ["metric", "estimate", "interval"],
      metrics.map(({ metric, estimate, low, high }) => [
        metric,
        three(estimate),
        `${three(low)} to ${three(high)}`,
      ]),
    ),
  ].join("\n\n")}\n`;
}

const three = (value: number): string => value.toFixed(3);

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}
