import type { SearchRound } from "./round.js";

/** A round as the study keeps it, under its own key. */
export function roundAttributes({
  round,
  firstTrial,
  space,
  decisions,
}: SearchRound): Record<string, unknown> {
  return { [`rounds:${round}`]: { round, firstTrial, space, decisions } };
}
