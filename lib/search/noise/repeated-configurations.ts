import type { Parameters } from "../space/distribution.js";
import type { TrialRecord } from "../trials/trial-record.js";

/** A set of hyperparameters with its complete trials. */
export interface Configuration {
  readonly parameters: Parameters;
  /** In the order of their numbers: the first is the one by which it was found. */
  readonly trials: readonly TrialRecord[];
  readonly mean: number;
}

/**
 * The complete trials by their hyperparameters, in the order in which they were found.
 *
 * @example
 * configurationsOf([]); // []
 */
export function configurationsOf(trials: readonly TrialRecord[]): Configuration[] {
  const groups = new Map<string, TrialRecord[]>();
  for (const trial of trials) {
    if (trial.state !== "complete" || !Number.isFinite(trial.value)) continue;
    const key = keyOf(trial.parameters);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [trial]);
    else group.push(trial);
  }
  return [...groups.values()].map((group) => ({
    parameters: group[0]!.parameters,
    trials: group,
    mean: group.reduce((sum, { value }) => sum + value!, 0) / group.length,
  }));
}

/** The same text for the same hyperparameters, in whatever order. */
export function keyOf(parameters: Parameters): string {
  return JSON.stringify(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)));
}
