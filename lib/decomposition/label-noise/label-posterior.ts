/** How sure the model's probabilities may be taken for. */
export interface Sharpness {
  /** The power that probabilities are raised to: above 1 where they are too modest. */
  readonly power: number;
  /** The share of samples where they say nothing: above 0 where they are sure and wrong. */
  readonly lapse: number;
}

/** What is known of the samples. */
export interface Evidence {
  readonly labels: Int32Array;
  /** Logarithms of probabilities of true labels, row-major, shape [samples, classes]. */
  readonly logs: Float64Array;
  readonly classes: number;
}

/**
 * The probability of each true label of one sample, given its label and what the model says of it.
 *
 * @param transition - row-major, shape [true label, given label]
 * @param posterior - is filled, shape [classes]
 * @returns the logarithm of the given label's own probability
 */
export function labelPosterior(
  { labels, logs, classes }: Evidence,
  row: number,
  transition: Float64Array,
  { power, lapse }: Sharpness,
  posterior: Float64Array,
): number {
  const first = row * classes;
  const label = labels[row]!;
  let top = Number.NEGATIVE_INFINITY;
  for (let y = 0; y < classes; y++) top = Math.max(top, logs[first + y]!);
  let total = 0;
  for (let y = 0; y < classes; y++) total += posterior[y] = Math.exp(power * (logs[first + y]! - top));
  let evidence = 0;
  for (let y = 0; y < classes; y++) {
    const prior = ((1 - lapse) * posterior[y]!) / total + lapse / classes;
    evidence += posterior[y] = prior * transition[y * classes + label]!;
  }
  for (let y = 0; y < classes; y++) posterior[y]! /= evidence;
  return Math.log(evidence);
}
