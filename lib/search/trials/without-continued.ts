import type { TrialRecord } from "./trial-record.js";

/**
 * Trials without those that another one goes on with: each configuration once, as far as it came.
 *
 * @example
 * withoutContinued([]); // []
 */
export function withoutContinued(trials: readonly TrialRecord[]): readonly TrialRecord[] {
  if (trials.every(({ continues }) => continues === undefined)) return trials;
  const continued = new Set(trials.map(({ continues }) => continues));
  return trials.filter(({ number }) => !continued.has(number));
}
