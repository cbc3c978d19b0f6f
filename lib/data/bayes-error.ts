import { type Dataset, UsageError } from "../core/index.js";

/**
 * The smallest error that any classifier can have on a data set whose posterior is known, a rate 0 … 1:
 * the mean of min(η, 1 − η) over its samples, where η is the tag `bayesPosterior`.
 *
 * It is the irreducible rung of the error decomposition, exact for labels drawn from η. Night and fog can hide what η
 * takes as seen; then nobody reaches it.
 *
 * @throws UsageError when the data set has no such tag: of data from the world nobody knows η
 * @example
 * bayesError(makeScenes(100, { labelNoise: 0.1 })); // 0.1
 */
export function bayesError(dataset: Dataset): number {
  const { bayesPosterior: posterior } = dataset.tags;
  if (posterior === undefined)
    throw new UsageError({
      got: `a data set with the tags ${Object.keys(dataset.tags).join(", ") || "(none)"}.`,
      expected: 'the tag "bayesPosterior", which data of known truth have.',
      fix: "take the error of careful people as the irreducible error instead.",
    });
  let sum = 0;
  for (const eta of posterior) sum += Math.min(eta, 1 - eta);
  return sum / posterior.length;
}
