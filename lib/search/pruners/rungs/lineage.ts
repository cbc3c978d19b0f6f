import { lastStep } from "../../curves/score-at.js";
import type { TrialRecord } from "../../trials/trial-record.js";

/** One configuration: the trial that began it, and the one that is now furthest. */
export interface Lineage {
  /** Its place among all configurations, by the number of the first trial. */
  readonly place: number;
  readonly first: TrialRecord;
  readonly latest: TrialRecord;
  /** The last step of the trial that the latest goes on from. */
  readonly resumedAt?: number;
}

/** Every configuration by the number of its first trial. */
export function lineages(trials: readonly TrialRecord[]): readonly Lineage[] {
  const made: Lineage[] = [];
  const placeOf = new Map<number, number>();
  for (const trial of trials) {
    const place = trial.continues === undefined ? made.length : placeOf.get(trial.continues)!;
    placeOf.set(trial.number, place);
    const before = made[place];
    const resumedAt = before?.latest.intermediate.at(-1)?.step;
    made[place] = {
      place,
      first: before?.first ?? trial,
      latest: trial,
      ...(resumedAt !== undefined && { resumedAt }),
    };
  }
  return made;
}

/** Whether a configuration was let go on from a step, though it may not have come farther yet. */
export function wentBeyond({ latest, resumedAt }: Lineage, step: number): boolean {
  return lastStep(latest) > step || (resumedAt ?? 0) >= step;
}
