import { formatPercent, UsageError, wrapped } from "../../core/index.js";
import { causeLabels } from "./cause.js";
import type { NextStep, NextSteps } from "./next-steps.js";

/** How `formatNextSteps` writes. */
export interface FormatNextStepsOptions {
  /** How many steps of each cause to print; defaults to 3. */
  steps?: number;
  /** Lines for a terminal, or Markdown; defaults to "text". */
  as?: "text" | "markdown";
}

/** A page of a terminal or a notebook does not break lines of this many characters. */
const width = 96;

/**
 * The next steps on a page: the reading, a numbered list of steps cause by cause, and what the data cannot say.
 *
 * @throws UsageError for another form
 */
export function formatNextSteps(
  next: NextSteps,
  { steps = 3, as = "text" }: FormatNextStepsOptions = {},
): string {
  if (as !== "text" && as !== "markdown")
    throw new UsageError({
      got: `formatNextSteps got as: "${as}".`,
      expected: '"text" or "markdown".',
      fix: 'write as: "markdown", or leave it out.',
    });
  const write = as === "text" ? text : markdown;
  const causes = [...new Set(next.steps.map(({ cause }) => cause))];
  const blocks = causes.map((cause) => {
    const own = next.steps.filter((step) => step.cause === cause);
    return [
      write.heading(`Against ${causeLabels[cause]}.`, own[0]!.evidence),
      "",
      ...own.slice(0, steps).map(write.step),
    ].join("\n");
  });
  const open = next.cannotSay.map(({ why }) => write.item(`${why}.`));
  const unsaid =
    open.length === 0 ? [] : [[write.heading("What the data cannot say"), "", ...open].join("\n")];
  return [write.paragraph(next.reading), ...blocks, ...unsaid].join("\n\n");
}

const text = {
  paragraph: (words: string): string => wrapped(words, width),
  heading: (title: string, more?: string): string =>
    wrapped(more === undefined ? `${title}:` : `${title} ${more}`, width),
  step: (step: NextStep, i: number): string =>
    `${i + 1}. ${wrapped(stepText(step), width - 3, 3)}\n   ${wrapped(`(${step.basis})`, width - 3, 3)}`,
  item: (words: string): string => `– ${wrapped(words, width - 2, 2)}`,
};

const markdown = {
  paragraph: (words: string): string => words,
  heading: (title: string, more?: string): string => `**${title}**${more === undefined ? "" : ` ${more}`}`,
  step: (step: NextStep, i: number): string => `${i + 1}. ${stepText(step)} *${step.basis}*`,
  item: (words: string): string => `- ${words}`,
};

function stepText({ action, gain: { estimate, low, high }, cost }: NextStep): string {
  const gain = `${formatPercent(estimate)} (${formatPercent(low)} to ${formatPercent(high)})`;
  return `${action}: ${gain} points; ${cost}.`;
}
