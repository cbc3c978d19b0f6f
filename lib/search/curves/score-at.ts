import type { TrialRecord } from "../trials/trial-record.js";

/** How a trial stood when it reached a step, the lower the better; undefined while it has not. */
export function scoreAt(
  { state, intermediate }: TrialRecord,
  step: number,
  sign: number,
): number | undefined {
  const report = intermediate.find((one) => one.step >= step);
  if (report !== undefined)
    return Number.isNaN(report.value) ? Number.POSITIVE_INFINITY : sign * report.value;
  // One that failed, diverged or ended by itself never reaches it; one that was stopped may yet go on.
  const over = state === "failed" || state === "complete" || (state === "pruned" && !intermediate.length);
  return over || Number.isNaN(intermediate.at(-1)?.value) ? Number.POSITIVE_INFINITY : undefined;
}

/** The last step that a trial reported, 0 for none. */
export function lastStep({ intermediate }: TrialRecord): number {
  return intermediate.at(-1)?.step ?? 0;
}
