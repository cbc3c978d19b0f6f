import type { UnlabelledLog } from "./unlabelled-log.js";

/** Rounds at most; fewer where the priors stay. */
const rounds = 200;

/**
 * Class shares of an unlabelled set by expectation and maximization: probabilities are reweighed by the shares, and the
 * shares are the mean of them.
 *
 * @param rows - which of the set's samples count, some of them twice
 * @param before - class shares of the set that the probabilities are calibrated on
 * @see M. Saerens, P. Latinne and C. Decaestecker, "Adjusting the Outputs of a Classifier to New a Priori Probabilities:
 *   A Simple Procedure" (2002)
 */
export function priorsByEm(
  { probabilities, classes }: UnlabelledLog,
  rows: Uint32Array,
  before: readonly number[],
): number[] {
  const width = classes.length;
  let priors = [...before];
  for (let round = 0; round < rounds; round++) {
    const ratio = priors.map((prior, k) => (before[k]! > 0 ? prior / before[k]! : 0));
    const next = new Array<number>(width).fill(0);
    for (const row of rows) {
      let total = 0;
      for (let k = 0; k < width; k++) total += ratio[k]! * probabilities[row * width + k]!;
      if (total === 0) continue;
      for (let k = 0; k < width; k++)
        next[k]! += (ratio[k]! * probabilities[row * width + k]!) / total / rows.length;
    }
    const moved = Math.max(...next.map((prior, k) => Math.abs(prior - priors[k]!)));
    priors = next;
    if (moved < 1e-6) break;
  }
  return priors;
}
