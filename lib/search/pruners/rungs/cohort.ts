import { type Lineage, scoreAt } from "./lineage.js";

/** Configurations that are halved together. */
export interface Cohort {
  readonly members: readonly Lineage[];
  /** How many it has once it is full. */
  readonly size: number;
  readonly rungs: readonly number[];
  readonly reduction: number;
}

/** Whether a member goes on beyond a rung: once all who should have come there, if it is among the best. */
export function goesOnInCohort(
  { members, size, rungs, reduction }: Cohort,
  lineage: Lineage,
  rung: number,
  sign: number,
): boolean {
  if (members.length < size) return false;
  let entrants = members;
  for (const step of rungs) {
    const scored = entrants.map((entrant) => ({ entrant, score: scoreAt(entrant, step, sign) }));
    if (scored.some(({ score }) => score === undefined)) return false;
    const places = Math.max(1, Math.floor(entrants.length / reduction));
    entrants = scored
      .sort((a, b) => a.score! - b.score! || a.entrant.first.number - b.entrant.first.number)
      .slice(0, places)
      .map(({ entrant }) => entrant);
    if (step === rung) return entrants.includes(lineage);
    if (!entrants.includes(lineage)) return false;
  }
  return false;
}
