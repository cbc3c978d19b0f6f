import type { TrialRecord } from "../trials/trial-record.js";

/**
 * The complete trial with the best value, the earliest of equals.
 *
 * @example
 * bestTrial([], "minimize"); // undefined
 */
export function bestTrial(
  trials: readonly TrialRecord[],
  direction: "minimize" | "maximize",
): TrialRecord | undefined {
  const sign = direction === "minimize" ? 1 : -1;
  let best: TrialRecord | undefined;
  for (const trial of trials)
    if (trial.state === "complete" && (best === undefined || sign * trial.value! < sign * best.value!))
      best = trial;
  return best;
}
