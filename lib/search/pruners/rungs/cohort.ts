import { scoreAt } from "../../curves/score-at.js";
import type { Board } from "./board.js";
import { foretoldScores } from "./foretold-scores.js";
import { type Lineage, wentBeyond } from "./lineage.js";

/** Configurations that are halved together. */
export interface Cohort {
  /** The place of the first among all. */
  readonly start: number;
  /** How many it has once it is full. */
  readonly size: number;
  readonly rungs: readonly number[];
  readonly reduction: number;
  /** All rungs of all cohorts, and the last step. */
  readonly steps: readonly number[];
}

/** Whether a member goes on beyond a rung: once all who should have come there, if it is among the best. */
export function goesOnInCohort(cohort: Cohort, lineage: Lineage, rung: number, board: Board): boolean {
  const beyond = board.once(`cohort ${cohort.start}`, () => winners(cohort, board));
  return beyond[cohort.rungs.indexOf(rung)]?.has(lineage) ?? false;
}

/**
 * Who goes on beyond each rung, as far as that is known: whoever did, and for the places that are left, who is foretold to
 * stand best further up.
 */
function winners({ start, size, rungs, reduction, steps }: Cohort, board: Board): Set<Lineage>[] {
  const { all, sign } = board;
  let entrants = all.slice(start, start + size);
  if (entrants.length < size) return [];
  const beyond: Set<Lineage>[] = [];
  for (const step of rungs) {
    if (entrants.some((entrant) => scoreAt(entrant.latest, step, sign) === undefined)) break;
    const scores = board.once(`rung ${step}`, () => foretoldScores(step, steps, board));
    const scoreOf = (entrant: Lineage) =>
      wentBeyond(entrant, step)
        ? Number.NEGATIVE_INFINITY
        : (scores.get(entrant) ?? Number.POSITIVE_INFINITY);
    const places = Math.max(1, Math.floor(entrants.length / reduction));
    entrants = entrants
      .map((entrant) => ({ entrant, score: scoreOf(entrant) }))
      .sort((a, b) => (a.score === b.score ? 0 : a.score - b.score) || a.entrant.place - b.entrant.place)
      .slice(0, places)
      .map(({ entrant }) => entrant);
    beyond.push(new Set(entrants));
  }
  return beyond;
}
