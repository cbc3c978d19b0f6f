import {
  checkOptions,
  formatPercent,
  type Interval,
  type IntervalOptions,
  meanInterval,
  UsageError,
  wilsonInterval,
} from "../../core/index.js";
import { irreducibleFromSoftLabels } from "./irreducible-from-soft-labels.js";

/** Options for {@link irreducibleFromVotes}. */
export interface IrreducibleFromVotesOptions extends IntervalOptions {
  /** The label of each sample, shape [samples]; annotators are scored against it. Defaults to what most of them say. */
  labels?: ArrayLike<number>;
}

/** What annotators who do not always agree say of the irreducible error, as rates. */
export interface IrreducibleFromVotes {
  readonly samples: number;
  /** How many votes the sample with the fewest has. */
  readonly fewestVotes: number;
  /**
   * The estimate for the ladder: the mean of 1 − the largest share of votes, with Student's interval over the samples. Few
   * votes make it too low.
   */
  readonly estimate: Interval;
  /** How often two annotators disagree on a sample; right on average from two votes on. */
  readonly disagreement: Interval;
  /** The irreducible error lies between half the disagreement and all of it, whatever the shares are. */
  readonly bounds: { readonly low: number; readonly high: number };
  /** How often a single annotator is off the label. */
  readonly oneAnnotator: Interval;
  /** How often the majority is, where labels were given; of classes with equal votes the first counts. */
  readonly majority?: Interval;
  readonly confidence: number;
  readonly reading: string;
}

/**
 * The irreducible error from several people's votes on each sample: what they disagree on, nobody can get right.
 *
 * @param votes - how many people chose each class, shape [samples, classes], row-major; two votes a sample or more
 * @param classes - how many, 2 or more
 * @throws UsageError for samples with fewer than two votes, and counts that are none; it names the row
 * @see T. Ishida et al. (2023), as in `irreducibleFromSoftLabels`; T. Cover and P. Hart, "Nearest Neighbor Pattern
 *   Classification" (1967), on the bounds; J. Peterson et al., "Human Uncertainty Makes Classification More Robust" (2019)
 * @example
 * const { estimate, bounds } = irreducibleFromVotes([4, 0, 3, 1, 0, 4, 0, 4], 2);
 * [estimate.estimate, bounds.low, bounds.high]; // [0.0625, 0.0625, 0.125]
 */
export function irreducibleFromVotes(
  votes: ArrayLike<number>,
  classes: number,
  options: IrreducibleFromVotesOptions = {},
): IrreducibleFromVotes {
  checkOptions("irreducibleFromVotes", options, ["confidence", "labels"]);
  const { confidence = 0.95, labels } = options;
  const samples = votes.length / classes;
  if (!Number.isInteger(samples) || (labels !== undefined && labels.length !== samples))
    throw new UsageError({
      got: `${votes.length} counts for ${classes} classes, and ${labels?.length ?? "no"} labels.`,
      expected: "one count for each class and sample, and one label for each sample.",
      fix: "pass the rows one after the other, and how many classes there are.",
    });
  const shares = new Float64Array(votes.length);
  const rows = Array.from({ length: samples }, (_, row) => {
    const own = Array.from({ length: classes }, (_, k) => votes[row * classes + k]!);
    const sum = own.reduce((total, count) => total + count, 0);
    if (!(sum >= 2 && own.every((count) => Number.isInteger(count) && count >= 0)))
      throw new UsageError({
        got: `row ${row} has the votes ${own.join(", ")}.`,
        expected: "whole numbers of 0 or more, two votes or more in all.",
        fix: "leave out samples that fewer than two people looked at.",
      });
    const most = own.indexOf(Math.max(...own));
    const label = labels?.[row] ?? most;
    for (let k = 0; k < classes; k++) shares[row * classes + k] = own[k]! / sum;
    const agree = own.reduce((total, count) => total + count * (count - 1), 0) / (sum * (sum - 1));
    return { sum, disagree: 1 - agree, off: 1 - (own[label] ?? 0) / sum, missed: Number(most !== label) };
  });
  const estimate = irreducibleFromSoftLabels(shares, classes, { confidence });
  const mean = (values: number[]) => within(meanInterval(values, { confidence }));
  const disagreement = mean(rows.map(({ disagree }) => disagree));
  const missed = rows.reduce((sum, row) => sum + row.missed, 0);
  const found = {
    ...{ samples, estimate, disagreement, confidence },
    fewestVotes: Math.min(...rows.map(({ sum }) => sum)),
    bounds: { low: disagreement.estimate / 2, high: disagreement.estimate },
    oneAnnotator: mean(rows.map(({ off }) => off)),
    ...(labels === undefined ? {} : { majority: wilsonInterval(missed, samples, { confidence }) }),
  };
  return { ...found, reading: readingOf(found) };
}

function readingOf({ estimate, bounds, fewestVotes }: Omit<IrreducibleFromVotes, "reading">): string {
  const number = (rate: number) => formatPercent(rate, estimate.estimate);
  const head = `Annotators leave ${number(estimate.estimate)} % that nobody gets right (${number(estimate.low)} to ${number(estimate.high)})`;
  return estimate.estimate < bounds.low || fewestVotes < 10
    ? `${head}; with as few as ${fewestVotes} votes a sample that is too low, and it may be anything from ${number(bounds.low)} to ${number(bounds.high)} %.`
    : `${head}.`;
}

const within = ({ estimate, low, high }: Interval): Interval => ({
  estimate,
  low: Math.max(0, low),
  high: Math.min(1, high),
});
