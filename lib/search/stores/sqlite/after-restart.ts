import type { IntermediateValue, TrialRecord } from "../../trials/trial-record.js";
import type { Database } from "./database.js";

/**
 * Forgets what a trial reported after its checkpoint, for it will report that again: a pruner must see what it would
 * have seen in a trial that was never stopped.
 */
export function afterRestart(
  database: Database,
  id: number,
  { intermediate }: TrialRecord,
): readonly IntermediateValue[] {
  if (intermediate.length === 0) return intermediate;
  const row = database.get("SELECT kept_step FROM pessimist_trials WHERE trial_id = ?", id);
  const kept = Number(row?.kept_step ?? Number.NEGATIVE_INFINITY);
  database.run(
    "DELETE FROM trial_intermediate_values WHERE trial_id = ? AND step > ?",
    ...[id, Number.isFinite(kept) ? kept : -1],
  );
  return intermediate.filter(({ step }) => step <= kept);
}
