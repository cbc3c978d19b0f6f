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

/** How a configuration stood when it reached a rung, the lower the better; undefined while it has not. */
export function scoreAt({ latest }: Lineage, rung: number, sign: number): number | undefined {
  const report = latest.intermediate.find(({ step }) => step >= rung);
  if (report !== undefined)
    return Number.isNaN(report.value) ? Number.POSITIVE_INFINITY : sign * report.value;
  // One that failed, diverged or ended by itself never reaches it; one that was stopped may yet go on.
  const { state, intermediate } = latest;
  const over = state === "failed" || state === "complete" || (state === "pruned" && !intermediate.length);
  return over || Number.isNaN(intermediate.at(-1)?.value) ? Number.POSITIVE_INFINITY : undefined;
}

/** Whether a configuration was let go on from a step, though it may not have come farther yet. */
export function wentBeyond({ latest, resumedAt }: Lineage, step: number): boolean {
  return (latest.intermediate.at(-1)?.step ?? 0) > step || (resumedAt ?? 0) >= step;
}
