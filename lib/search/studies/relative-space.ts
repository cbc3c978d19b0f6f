import type { Distribution } from "../space/distribution.js";
import { sameDistribution } from "../space/same-distribution.js";
import type { SearchSpace } from "../space/search-space.js";
import type { TrialRecord } from "../trials/trial-record.js";

/**
 * The hyperparameters that every finished trial had, from the same distributions: where none was declared, these can
 * be proposed together, before the next trial asks for them.
 *
 * The function that is returned keeps what it saw, so that each trial is read once.
 */
export function relativeSpaces(): (trials: readonly TrialRecord[]) => SearchSpace {
  const seen = new WeakSet<TrialRecord>();
  let shared: Map<string, Distribution> | undefined;
  return (trials) => {
    for (const trial of trials) {
      if (seen.has(trial) || (trial.state !== "complete" && trial.state !== "pruned")) continue;
      seen.add(trial);
      shared ??= new Map(Object.entries(trial.distributions));
      for (const [name, distribution] of shared) {
        const other = trial.distributions[name];
        if (other === undefined || !sameDistribution(other, distribution)) shared.delete(name);
      }
    }
    return [...(shared ?? [])]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, distribution]) => ({ name, distribution, role: "scientific" }));
  };
}
