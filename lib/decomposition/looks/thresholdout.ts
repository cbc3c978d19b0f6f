import { checkOptions, type RandomSource, randomSource, UsageError } from "../../core/index.js";

/** Options for {@link thresholdout}. */
export interface ThresholdoutOptions {
  /** How far the two means may differ before the held-out one is told; defaults to 0.04. */
  threshold?: number;
  /** Scale of the noise that is added, as a rate; defaults to 0.01. */
  noise?: number;
  /** How often the held-out mean is told; defaults to no end of it. */
  budget?: number;
  /** Seed of the noise; defaults to 0. */
  seed?: number;
}

/** What is told of a question. */
export interface ThresholdoutAnswer {
  readonly value: number;
  /** Whether it came from the held-out set; then it used up one of the budget. */
  readonly fromHoldout: boolean;
  readonly left: number;
}

/** A held-out set that answers with care. */
export interface Thresholdout {
  /**
   * Answers one question: the mean of the same thing on the training and on the held-out set.
   *
   * @throws UsageError once the budget is used up
   */
  ask(train: number, holdout: number): ThresholdoutAnswer;
}

/**
 * A held-out set that may be asked again and again: as long as it agrees with the training set, the training set's mean is
 * all that is told, and where it does not, its own with noise. What is not told cannot be overfitted.
 *
 * @throws UsageError for options that are none
 * @see C. Dwork et al., "The reusable holdout: Preserving validity in adaptive data analysis" (2015), algorithm 1
 * @example
 * thresholdout({ noise: 1e-9 }).ask(0.1, 0.11); // { value: 0.1, fromHoldout: false, left: Infinity }
 */
export function thresholdout(options: ThresholdoutOptions = {}): Thresholdout {
  checkOptions("thresholdout", options, ["threshold", "noise", "budget", "seed"]);
  const { threshold = 0.04, noise = 0.01, budget = Number.POSITIVE_INFINITY, seed = 0 } = options;
  if (!(threshold >= 0 && noise > 0 && budget >= 1))
    throw new UsageError({
      got: `thresholdout got threshold ${threshold}, noise ${noise} and budget ${budget}.`,
      expected: "a threshold of 0 or more, noise above 0, and a budget of one answer or more.",
      fix: "pass { threshold: 0.04, noise: 0.01 }.",
    });
  const random = randomSource(seed, "thresholdout");
  let left = budget;
  let shifted = threshold + laplace(2 * noise, random);
  return {
    ask(train, holdout) {
      if (left < 1)
        throw new UsageError({
          got: `a question after ${budget} answers from the held-out set.`,
          expected: `${budget} at most.`,
          fix: "draw a fresh held-out set: this one is used up.",
        });
      if (Math.abs(holdout - train) <= shifted + laplace(4 * noise, random))
        return { value: train, fromHoldout: false, left };
      left--;
      shifted = threshold + laplace(2 * noise, random);
      return { value: holdout + laplace(noise, random), fromHoldout: true, left };
    },
  };
}

/** A draw of Laplace's distribution around 0. */
function laplace(scale: number, random: RandomSource): number {
  const u = random() - 0.5;
  return -scale * Math.sign(u) * Math.log1p(-2 * Math.abs(u));
}
