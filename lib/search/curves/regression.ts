import { dot, packedCholesky, packedLength } from "../numerics/packed-cholesky.js";
import { solveLower, solveLowerTransposed } from "../numerics/triangular-solve.js";

/** How strongly the weights are held at 0, the strongest first: the mean alone. */
const holds = [1e9, 30, 5, 1];
/** What holds weights less must foretell so much better. */
const gain = 0.9;
/** Of the mean, which is hardly held. */
const free = 100;

/**
 * A ridge regression, held as strongly as leaving each sample out in turn says; the mean where nothing foretells better.
 *
 * @param rows - [samples][features], about as large as one another
 * @returns what it foretells for a row
 * @see A. Hoerl and R. Kennard, "Ridge Regression: Biased Estimation for Nonorthogonal Problems" (1970)
 */
export function regression(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
): (row: readonly number[]) => number {
  const samples = rows.length;
  let chosen = { weights: new Float64Array(samples), hold: 1 };
  let least = Number.POSITIVE_INFINITY;
  for (const hold of holds) {
    const lower = new Float64Array(packedLength(samples));
    for (let i = 0, at = 0; i < samples; i++)
      for (let j = 0; j <= i; j++) lower[at++] = alike(rows[i]!, rows[j]!, hold) + (i === j ? 1 : 0);
    if (!packedCholesky(lower, samples)) continue;
    const weights = Float64Array.from(targets);
    solveLowerTransposed(lower, samples, solveLower(lower, samples, weights));
    // Each sample's error when it is left out: its weight over the inverse's diagonal.
    let errors = 0;
    for (let i = 0; i < samples; i++) {
      const column = new Float64Array(samples);
      column[i] = 1;
      solveLower(lower, samples, column);
      errors += (weights[i]! / dot(column, 0, column, 0, samples)) ** 2;
    }
    if (errors < gain * least) [chosen, least] = [{ weights, hold }, errors];
  }
  const { weights, hold } = chosen;
  return (row) => rows.reduce((sum, other, i) => sum + weights[i]! * alike(row, other, hold), 0);
}

function alike(a: readonly number[], b: readonly number[], hold: number): number {
  return free + a.reduce((sum, value, k) => sum + value * b[k]!, 0) / hold;
}
