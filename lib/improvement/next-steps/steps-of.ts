import type { Cause } from "./cause.js";
import type { Clues } from "./clues.js";
import { measuredGain } from "./measured-gain.js";
import type { NextStep } from "./next-steps.js";
import { type Remedy, remedies } from "./remedies.js";

/**
 * A cause's remedies as steps, in the lecture's order; but what the evidence favours comes first, and what it shows to be not worth the
 * work comes last.
 */
export function stepsOf(cause: Cause, clues: Clues): NextStep[] {
  const favoured = (cause.favours ?? []).map(({ remedy }) => remedy);
  const isVain = ({ remedy }: Remedy) =>
    (measuredGain(remedy, cause, clues)?.gain.high ?? 1) < clues.worthwhile;
  const rank = (remedy: Remedy) => (isVain(remedy) ? 2 : favoured.includes(remedy.remedy) ? 0 : 1);
  const ordered = [...remedies[cause.name]].sort((a, b) => rank(a) - rank(b));
  return ordered.map((remedy) => stepOf(cause, remedy, clues));
}

function stepOf(cause: Cause, { share, ...remedy }: Remedy, clues: Clues): NextStep {
  const { name, size, evidence, where, favours = [] } = cause;
  const why = favours.find((favour) => favour.remedy === remedy.remedy)?.why;
  const aim = where === undefined || name === "bug" ? "" : ` (${where})`;
  return {
    ...remedy,
    action: `${remedy.action}${aim}`,
    gain: gainOf(size, share),
    ...measuredGain(remedy.remedy, cause, clues),
    cause: name,
    evidence: sentence([evidence, ...(why === undefined ? [] : [why])].join("; ")),
  };
}

/** The least of the least to the most of the most; nothing takes away more than is there. */
function gainOf(size: Cause["size"], [low, expected, high]: Remedy["share"]): NextStep["gain"] {
  const room = Math.max(0, size.estimate);
  return {
    estimate: expected * room,
    low: Math.min(low * Math.max(0, size.low), low * Math.max(0, size.high)),
    high: high * Math.max(0, size.high),
  };
}

const sentence = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}.`;
