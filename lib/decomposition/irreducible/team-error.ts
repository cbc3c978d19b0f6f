import { checkOptions, integerBelow, randomSource, UsageError } from "../../core/index.js";

/** Options for {@link teamError}. */
export interface TeamErrorOptions {
  /** How many random teams look at each sample; defaults to 20. */
  teams?: number;
  /** Seed of the draws; defaults to 0. */
  seed?: number;
}

/**
 * How often a team of annotators errs that decides by majority, drawn at random from those who voted on the sample; ties are
 * broken by chance. A rate.
 *
 * Larger teams err less, down to what all of them get wrong together.
 *
 * @param votes - how many people chose each class, shape [samples, classes], row-major
 * @param labels - shape [samples]
 * @param people - in a team, no more than voted on any sample
 * @throws UsageError for a team larger than there are votes
 * @example
 * teamError([3, 0, 0, 3], [0, 0], 3); // 0.5
 */
export function teamError(
  votes: ArrayLike<number>,
  labels: ArrayLike<number>,
  people: number,
  options: TeamErrorOptions = {},
): number {
  checkOptions("teamError", options, ["teams", "seed"]);
  const { teams = 20, seed = 0 } = options;
  const classes = votes.length / labels.length;
  const random = randomSource(seed, "team");
  let wrong = 0;
  for (let row = 0; row < labels.length; row++) {
    const all: number[] = [];
    for (let k = 0; k < classes; k++)
      for (let vote = 0; vote < votes[row * classes + k]!; vote++) all.push(k);
    if (!(Number.isInteger(people) && people >= 1 && people <= all.length))
      throw new UsageError({
        got: `a team of ${people} for row ${row}, which has ${all.length} votes.`,
        expected: `a whole number from 1 to ${all.length}.`,
        fix: "ask for a smaller team, or leave out samples with few votes.",
      });
    for (let team = 0; team < teams; team++) {
      const tally = new Float64Array(classes);
      for (let i = 0; i < people; i++) {
        const pick = i + integerBelow(all.length - i, random);
        [all[i], all[pick]] = [all[pick]!, all[i]!];
        tally[all[i]!]!++;
      }
      // Less than one vote, so it decides among equals alone.
      for (let k = 0; k < classes; k++) tally[k]! += random() / 2;
      if (tally.indexOf(Math.max(...tally)) !== labels[row]) wrong++;
    }
  }
  return wrong / labels.length / teams;
}
