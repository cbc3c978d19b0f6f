import { type Cause, causeLabels } from "./cause.js";
import type { Clues } from "./clues.js";
import type { NextSteps } from "./next-steps.js";
import type { Reached } from "./reaches.js";

/** What to do next in a sentence or two: the cause and the first remedy, or what is missing, or why to stop. */
export function nextStepsReading(
  { verdict, steps, cannotSay }: Pick<NextSteps, "verdict" | "steps" | "cannotSay">,
  causes: readonly Cause[],
  { points, worthwhile, decomposition }: Clues,
  reached: Reached,
): string {
  const error = points(decomposition.rungs.at(-1)!.estimate);
  if (verdict === "act") {
    const [first] = steps;
    const { gain } = first!;
    const gains =
      gain.high === 0
        ? ""
        : ` Expected gain: ${points(gain.estimate)} points (${points(gain.low)} to ${points(gain.high)}).`;
    const [, ...rest] = causes.map(({ name }) => causeLabels[name]);
    const then = rest.length === 0 ? "" : ` After that: ${rest.join(", then ")}.`;
    return `First ${causeLabels[causes[0]!.name]}: ${uncapital(first!.evidence)} ${first!.action}.${gains}${then}`;
  }
  if (reached === "yes") return `Stop: the test error of ${error} % is at the target, beyond chance.`;
  if (verdict === "stop")
    return `Stop: no part of the ${error} % test error can be ${points(worthwhile)} points or more; only another goal, or better labels, leads further.`;
  if (reached === "perhaps")
    return `The data cannot say whether the target is met: the test error of ${error} % is at it, but chance may have helped. Measure on more test samples.`;
  const { why } = [...cannotSay].sort((a, b) => b.size.estimate - a.size.estimate)[0]!;
  return `The data cannot say what to work on: ${why}.`;
}

const uncapital = (text: string): string => text[0]!.toLowerCase() + text.slice(1);
