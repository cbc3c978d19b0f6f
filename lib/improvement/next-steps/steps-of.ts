import type { Cause } from "./cause.js";
import type { NextStep } from "./next-steps.js";
import { type Remedy, remedies } from "./remedies.js";

/** A cause's remedies as steps: in the lecture's order, but what the evidence favours first. */
export function stepsOf(cause: Cause): NextStep[] {
  const { name, favours = [] } = cause;
  const favoured = favours.map(({ remedy }) => remedy);
  const all = remedies[name];
  const first = all.filter(({ remedy }) => favoured.includes(remedy));
  return [...first, ...all.filter((remedy) => !first.includes(remedy))].map((remedy) =>
    stepOf(cause, remedy),
  );
}

function stepOf(
  { name, size, evidence, where, favours = [] }: Cause,
  { share, ...remedy }: Remedy,
): NextStep {
  const why = favours.find((favour) => favour.remedy === remedy.remedy)?.why;
  const aim = where === undefined || name === "bug" ? "" : ` (${where})`;
  return {
    ...remedy,
    action: `${remedy.action}${aim}`,
    cause: name,
    gain: gainOf(size, share),
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
