import {
  checkOptions,
  type Interval,
  type IntervalOptions,
  meanInterval,
  UsageError,
} from "../../core/index.js";

/**
 * The irreducible error from soft labels: the mean of 1 − the largest probability of each sample, with Student's interval.
 *
 * It takes the soft labels for the truth. Those of a single model are too sure of themselves, and shares of few votes too:
 * both make the result too low.
 *
 * @param softLabels - row-major, each row sums to 1, shape [samples, classes]
 * @param classes - how many, 2 or more
 * @throws UsageError for fewer than two samples, and rows that are no probabilities; it names the row
 * @see T. Ishida et al., "Is the Performance of My Deep Network Too Good to Be True?" (2023)
 * @example
 * irreducibleFromSoftLabels([0.9, 0.1, 0.4, 0.6, 1, 0], 2).estimate.toFixed(4); // "0.1667"
 */
export function irreducibleFromSoftLabels(
  softLabels: ArrayLike<number>,
  classes: number,
  options: IntervalOptions = {},
): Interval {
  checkOptions("irreducibleFromSoftLabels", options, ["confidence"]);
  const samples = softLabels.length / classes;
  if (!(Number.isInteger(classes) && classes >= 2 && Number.isInteger(samples) && samples >= 2))
    throw new UsageError({
      got: `${softLabels.length} numbers for ${classes} classes.`,
      expected: "one number for each class and sample, of two samples and two classes at least.",
      fix: "pass the rows one after the other, and how many classes there are.",
    });
  const least = Array.from({ length: samples }, (_, row) => {
    let [largest, sum] = [0, 0];
    for (let k = row * classes; k < (row + 1) * classes; k++) {
      const p = softLabels[k]!;
      if (!(p >= 0 && p <= 1.001)) sum = Number.NaN;
      largest = Math.max(largest, p);
      sum += p;
    }
    if (Math.abs(sum - 1) <= 1e-3) return Math.max(0, 1 - largest);
    throw new UsageError({
      got: `row ${row} of the soft labels sums to ${Number(sum.toPrecision(4))}.`,
      expected: "probabilities that sum to 1.",
      fix: "divide each row by its sum.",
    });
  });
  const { estimate, low, high } = meanInterval(least, options);
  return { estimate, low: Math.max(0, low), high: Math.min(1, high) };
}
