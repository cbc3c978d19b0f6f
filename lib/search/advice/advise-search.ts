import { UsageError } from "../../core/index.js";
import { assertOptions, type OptionRule } from "../options/assert-options.js";
import { countRule } from "../options/option-rules.js";
import { sizeOf } from "../space/from-unit.js";
import type { SearchSpace } from "../space/search-space.js";

/** What is known before a search. */
export interface AdviseSearchOptions {
  /** How long one trial takes. */
  readonly minutesPerTrial: number;
  /** How long the search may take; defaults to no limit. */
  readonly minutes?: number;
  /** How many trials run at the same time; defaults to 1. */
  readonly workers?: number;
}

/** How to search. */
export interface SearchAdvice {
  readonly method: "grid" | "coarse-to-fine" | "gaussian-process" | "tpe";
  /** What to type. */
  readonly sampler: string;
  readonly trials: number;
  readonly minutes: number;
  /** How likely one of so many random trials would be among the best twentieth of the space. */
  readonly chanceOfBestTwentieth: number;
  readonly reason: string;
}

const isTime = (value: unknown): boolean => typeof value === "number" && value > 0;

const rules: Readonly<Record<keyof AdviseSearchOptions, OptionRule>> = {
  minutesPerTrial: {
    isRequired: true,
    allows: (value) => isTime(value) && Number.isFinite(value),
    expected: "a number of minutes above 0.",
    fix: "time one trial, and write minutesPerTrial: 2, for instance.",
  },
  minutes: {
    allows: isTime,
    expected: "a number of minutes above 0.",
    fix: "write minutes: 600, or leave it out.",
  },
  workers: countRule("workers", 1, 2),
};

/** Trials that each hyperparameter is worth, and those to begin with. */
const trialsEach = 10;
const firstTrials = 20;
/** Under so many combinations, all of them are run. */
const smallGrid = 16;
/** A Gaussian process learns too little from a trial beyond. */
const mostHyperparameters = 20;

/**
 * What to search with, before the first trial: the method, how many trials, and how long they take.
 *
 * @param space - as it was declared
 * @param options.minutesPerTrial - how long one trial takes
 * @param options.minutes - how long the search may take; defaults to no limit
 * @param options.workers - how many trials run at the same time; defaults to 1
 * @throws UsageError where the time is not enough for a trial
 * @see J. Bergstra and Y. Bengio, "Random Search for Hyper-Parameter Optimization" (2012), on chances
 * @example
 * const advice = adviseSearch(space({ rate: float(1e-5, 1, { log: true }) }), { minutesPerTrial: 2, minutes: 118 });
 * advice.trials; // 30
 * adviseSearch(space({ kind: choice(["relu", "tanh"]) }), { minutesPerTrial: 2 }).method; // "grid"
 */
export function adviseSearch(space: SearchSpace, options: AdviseSearchOptions): SearchAdvice {
  assertOptions("adviseSearch", options, rules);
  const { minutesPerTrial, minutes = Number.POSITIVE_INFINITY, workers = 1 } = options;
  const affordable = Math.floor(minutes / minutesPerTrial) * workers;
  if (affordable < 1)
    throw new UsageError({
      got: `adviseSearch got ${minutes} minutes, and ${minutesPerTrial} for each trial.`,
      expected: "time for a trial at least.",
      fix: "train on less data or for fewer epochs in the search.",
    });
  const sizes = space.map(({ distribution }) => sizeOf(distribution)).filter((size) => size > 1);
  const wanted = firstTrials + trialsEach * sizes.length;
  const combinations = sizes.reduce((product, size) => product * size, 1);
  const of = (
    method: SearchAdvice["method"],
    sampler: string,
    wish: number,
    reason: string,
  ): SearchAdvice => {
    const trials = Math.min(wish, affordable);
    const short =
      trials < wish
        ? `; ${wish} would be better, and take ${Math.ceil(wish / workers) * minutesPerTrial} minutes`
        : "";
    return {
      ...{ method, sampler, trials, minutes: Math.ceil(trials / workers) * minutesPerTrial },
      chanceOfBestTwentieth: 1 - 0.95 ** trials,
      reason: `${reason}${short}.`,
    };
  };
  if (combinations <= Math.min(smallGrid, affordable))
    return of(
      "grid",
      "grid({ points: 16 })",
      combinations,
      `there are ${combinations} combinations, so all are run`,
    );
  if (sizes.length > mostHyperparameters)
    return of("tpe", "tpe()", wanted, `${sizes.length} hyperparameters are too many for a Gaussian process`);
  if (workers > 8)
    return of(
      "coarse-to-fine",
      `coarseToFine({ trialsPerRound: ${Math.max(20, 2 * workers)} })`,
      wanted,
      `${workers} workers at once keep a model from learning trial by trial, and rounds do not need it`,
    );
  if (Math.min(wanted, affordable) > 300)
    return of(
      "tpe",
      "tpe()",
      wanted,
      "with so many trials TPE costs less than a Gaussian process and is as good",
    );
  return of(
    "gaussian-process",
    "auto()",
    wanted,
    `${sizes.length} hyperparameter${sizes.length === 1 ? "" : "s"} and few trials: a Gaussian process needs the fewest`,
  );
}
