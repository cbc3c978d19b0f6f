import { checkOptions, UsageError } from "../../core/index.js";

/** Options for {@link ladderGuard}. */
export interface LadderGuardOptions {
  /**
   * How much better a candidate must be to be told so, as a rate; defaults to one standard error of the difference to the
   * best one, candidate by candidate.
   */
  step?: number;
}

/** What is told of a candidate. */
export interface LadderAnswer {
  /** The mean loss that is told: that of the best candidate so far, where this one is not clearly better. */
  readonly score: number;
  readonly improved: boolean;
}

/** A validation set that answers with care. */
export interface LadderGuard {
  /**
   * Compares a candidate with the best so far.
   *
   * @param losses - the loss of each validation image, 1 for an error; always the same images in the same order
   */
  submit(losses: ArrayLike<number>): LadderAnswer;
}

/**
 * A guard around a validation set that is looked at often: it tells a new score only to a candidate that is clearly better
 * than the best so far, and repeats the old score to all others. So nothing is to be learnt from small differences, and the
 * best score stays true within about (log looks / samples)^⅓.
 *
 * @throws UsageError for a step that is none, and for candidates of different lengths
 * @see A. Blum and M. Hardt, "The Ladder: A Reliable Leaderboard for Machine Learning Competitions" (2015), algorithms 1 and 3
 * @example
 * const guard = ladderGuard({ step: 0.1 });
 * guard.submit([1, 0, 1, 0]); // { score: 0.5, improved: true }
 * guard.submit([1, 0, 1, 0]); // { score: 0.5, improved: false }
 */
export function ladderGuard(options: LadderGuardOptions = {}): LadderGuard {
  checkOptions("ladderGuard", options, ["step"]);
  const { step } = options;
  if (step !== undefined && !(step > 0 && step < 1))
    throw new UsageError({
      got: `ladderGuard got the step ${step}.`,
      expected: "a number between 0 and 1.",
      fix: "pass { step: 0.01 } for one point, or leave it out.",
    });
  let best: { losses: Float64Array; score: number } | undefined;
  return {
    submit(losses) {
      const own = Float64Array.from(losses);
      if (own.length === 0 || (best !== undefined && best.losses.length !== own.length))
        throw new UsageError({
          got: `${own.length} losses${best === undefined ? "" : `, after ${best.losses.length}`}.`,
          expected: "one loss for each validation image, every time.",
          fix: "score all candidates on the same samples, in the same order.",
        });
      const mean = own.reduce((sum, loss) => sum + loss, 0) / own.length;
      const wanted = best === undefined ? 0 : (step ?? standardErrorOfDifference(own, best.losses));
      if (best !== undefined && !(mean < best.score - wanted)) return { score: best.score, improved: false };
      const unit = step ?? 1 / own.length;
      best = { losses: own, score: Number((Math.round(mean / unit) * unit).toPrecision(12)) };
      return { score: best.score, improved: true };
    },
  };
}

function standardErrorOfDifference(first: Float64Array, second: Float64Array): number {
  const differences = first.map((loss, i) => loss - second[i]!);
  const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length;
  const squares = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, differences.length - 1) / differences.length);
}
