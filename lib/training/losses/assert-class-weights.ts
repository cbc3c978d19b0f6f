import { UsageError } from "../../core/index.js";

/**
 * Throws where class weights are no weights, or are not as many as there are classes.
 *
 * @param classes - their number, where it is known yet
 */
export function assertClassWeights(
  functionName: string,
  weights: readonly number[] | undefined,
  classes?: number,
): void {
  if (weights === undefined) return;
  const wrong = weights.findIndex((weight) => !(Number.isFinite(weight) && weight >= 0));
  if (wrong === -1 && weights.length === (classes ?? weights.length)) return;
  throw new UsageError({
    got: `${functionName} got classWeights = [${weights.join(", ")}].`,
    expected: `${classes === undefined ? "finite numbers" : `${classes} finite numbers, one for each class, all`} of 0 or more.`,
    fix: `pass { classWeights: "balanced" } to have them computed from the labels.`,
  });
}
