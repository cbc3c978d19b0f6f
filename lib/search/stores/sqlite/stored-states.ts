import type { TrialState } from "../../trials/trial-record.js";

/** States as Optuna writes them; one that it does not know makes it refuse the whole study. */
export const storedStates: Readonly<Record<TrialState, string>> = {
  waiting: "WAITING",
  running: "RUNNING",
  complete: "COMPLETE",
  pruned: "PRUNED",
  failed: "FAIL",
};

const states = new Map(Object.entries(storedStates).map(([ours, theirs]) => [theirs, ours as TrialState]));

/** The state that such a word means. */
export function readState(stored: string): TrialState {
  return states.get(stored) ?? "failed";
}
