import type { SearchSpace } from "../space/search-space.js";
import type { TrialRecord } from "./trial-record.js";

/**
 * The space of a study that declared none: every hyperparameter that a trial asked for, from the distribution that it last had.
 *
 * @example
 * askedSpace([]); // []
 */
export function askedSpace(trials: readonly TrialRecord[]): SearchSpace {
  const last = new Map(trials.flatMap(({ distributions }) => Object.entries(distributions)));
  return [...last].map(([name, distribution]) => ({ name, distribution, role: "nuisance" }));
}
