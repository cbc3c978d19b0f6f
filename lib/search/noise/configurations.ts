import type { Parameters } from "../space/distribution.js";
import type { TrialRecord } from "../trials/trial-record.js";

/** A set of hyperparameters with its complete trials. */
export interface Configuration {
  readonly parameters: Parameters;
  /** In the order of their numbers: the first is the one by which it was found. */
  readonly trials: readonly TrialRecord[];
  /** The others that have its hyperparameters: they failed, were pruned, run or wait. */
  readonly others: readonly TrialRecord[];
  readonly mean: number;
}

/**
 * The hyperparameters of complete trials with all trials that have them, in the order in which they were found.
 *
 * @example
 * configurationsOf([]); // []
 */
export function configurationsOf(trials: readonly TrialRecord[]): Configuration[] {
  const groups = new Map<string, TrialRecord[]>();
  for (const trial of trials) {
    const key = keyOf(trial.state === "waiting" ? { ...trial.fixed, ...trial.parameters } : trial.parameters);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [trial]);
    else group.push(trial);
  }
  const continued = new Set(trials.map(({ continues }) => continues));
  return [...groups.values()].flatMap((group): Configuration[] => {
    const complete = group.filter(({ state, value }) => state === "complete" && Number.isFinite(value));
    const [found] = complete;
    if (found === undefined) return [];
    const others = group.filter((trial) => !complete.includes(trial) && !continued.has(trial.number));
    const mean = complete.reduce((sum, { value }) => sum + value!, 0) / complete.length;
    return [{ parameters: found.parameters, trials: complete, others, mean }];
  });
}

/** The same text for the same hyperparameters, in whatever order. */
function keyOf(parameters: Parameters): string {
  return JSON.stringify(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1)));
}
