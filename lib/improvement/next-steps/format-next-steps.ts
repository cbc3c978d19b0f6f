import { formatPercent } from "../../core/index.js";
import { causeLabels } from "./cause.js";
import type { NextSteps } from "./next-steps.js";

/**
 * The next steps as Markdown: the reading, a numbered list of steps cause by cause, and what the data cannot say.
 *
 * @param steps - how many steps of each cause to print; defaults to 3
 */
export function formatNextSteps(next: NextSteps, { steps = 3 }: { steps?: number } = {}): string {
  const causes = [...new Set(next.steps.map(({ cause }) => cause))];
  const blocks = causes.map((cause) => {
    const own = next.steps.filter((step) => step.cause === cause);
    const lines = own
      .slice(0, steps)
      .map(
        ({ action, gain, cost, basis }, i) =>
          `${i + 1}. ${action}: ${range(gain)} points; ${cost}. *${basis}*`,
      );
    return [`**Against ${causeLabels[cause]}.** ${own[0]!.evidence}`, "", ...lines].join("\n");
  });
  const open = next.cannotSay.map(({ why }) => `- ${why}.`);
  const unsaid = open.length === 0 ? [] : [["**What the data cannot say**", "", ...open].join("\n")];
  return [next.reading, ...blocks, ...unsaid].join("\n\n");
}

function range({ estimate, low, high }: { estimate: number; low: number; high: number }): string {
  return `${formatPercent(estimate)} (${formatPercent(low)} to ${formatPercent(high)})`;
}
