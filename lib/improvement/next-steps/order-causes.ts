import type { Cause } from "./cause.js";
import type { Clues } from "./clues.js";

/** What misleads the measurement comes before all that is read off it. */
const misleading = ["bug", "leakage", "evaluationMode"];

/** The rungs' terms that a cause which is no term itself hides in. */
const hides = ["classImbalance", "labelNoise"];

/** It hides in the terms where it explains so much of the largest. */
const leastShare = 0.5;

/**
 * The causes in the order in which they are worth work: faults of the measurement, then wrong labels and rare classes where
 * they explain at least half of the largest term, then the terms. Of terms the largest comes first, unless one that is worked on
 * earlier may be as large.
 */
export function orderCauses(found: readonly Cause[], { decomposition }: Clues): Cause[] {
  const { dominant, rivals } = decomposition;
  const terms = found.filter(({ name }) => !misleading.includes(name) && !hides.includes(name));
  const contenders: readonly string[] = [dominant, ...rivals];
  const first = terms.find(({ name }) => contenders.includes(name));
  const bySize = [...terms].sort((a, b) => b.size.estimate - a.size.estimate);
  const ordered = first === undefined ? bySize : [first, ...bySize.filter((cause) => cause !== first)];
  const largest = ordered[0]?.size.estimate ?? 0;
  const hidden = found.filter(({ name }) => hides.includes(name));
  const early = hidden.filter(({ size }) => size.estimate >= leastShare * largest);
  const late = hidden.filter((cause) => !early.includes(cause));
  return [...found.filter(({ name }) => misleading.includes(name)), ...early, ...ordered, ...late];
}
