import { type PredictionLog, UsageError } from "../../core/index.js";

/**
 * The smallest error that any classifier can have on the samples of a log whose posterior is known: the mean of min(η, 1 − η),
 * where η is the tag `bayesPosterior`. Generated data have it; it is exact, and has no interval.
 *
 * @throws UsageError for a log without that tag, or of other than two classes
 * @example
 * const log = { split: "test", ids: ["a", "b"], labels: Int32Array.of(0, 1), classes: ["no", "yes"] };
 * const tags = { bayesPosterior: Float32Array.of(0.25, 1) };
 * bayesErrorOfLog({ ...log, probabilities: Float32Array.of(1, 0, 0, 1), tags }); // 0.125
 */
export function bayesErrorOfLog({ split, classes, tags }: PredictionLog): number {
  const { bayesPosterior } = tags;
  if (bayesPosterior === undefined || bayesPosterior.length === 0 || classes.length !== 2)
    throw new UsageError({
      got: `a log of ${split} with ${classes.length} classes and the tags ${Object.keys(tags).join(", ") || "(none)"}.`,
      expected: 'two classes and the tag "bayesPosterior", which generated data have.',
      fix: "take it from annotators, with irreducibleFromVotes, or set a goal.",
    });
  let sum = 0;
  for (const eta of bayesPosterior) sum += Math.min(eta, 1 - eta);
  return sum / bayesPosterior.length;
}
