import type { Board } from "./board.js";
import { type Lineage, scoreAt } from "./lineage.js";

/** Configurations that are halved together. */
export interface Cohort {
  /** The place of the first among all. */
  readonly start: number;
  /** How many it has once it is full. */
  readonly size: number;
  readonly rungs: readonly number[];
  readonly reduction: number;
}

/** Whether a member goes on beyond a rung: once all who should have come there, if it is among the best. */
export function goesOnInCohort(cohort: Cohort, lineage: Lineage, rung: number, board: Board): boolean {
  const beyond = board.once(`cohort ${cohort.start}`, () => winners(cohort, board));
  return beyond[cohort.rungs.indexOf(rung)]?.has(lineage) ?? false;
}

/** Who goes on beyond each rung, as far as that is known. */
function winners({ start, size, rungs, reduction }: Cohort, { all, sign }: Board): Set<Lineage>[] {
  let entrants = all.slice(start, start + size);
  if (entrants.length < size) return [];
  const beyond: Set<Lineage>[] = [];
  for (const step of rungs) {
    const scored = entrants.map((entrant) => ({ entrant, score: scoreAt(entrant, step, sign) }));
    if (scored.some(({ score }) => score === undefined)) break;
    const places = Math.max(1, Math.floor(entrants.length / reduction));
    entrants = scored
      .sort((a, b) => a.score! - b.score! || a.entrant.place - b.entrant.place)
      .slice(0, places)
      .map(({ entrant }) => entrant);
    beyond.push(new Set(entrants));
  }
  return beyond;
}
