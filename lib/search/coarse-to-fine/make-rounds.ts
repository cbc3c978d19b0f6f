import { randomSource } from "../../core/index.js";
import type { SuggestRequest } from "../samplers/sampler.js";
import type { SearchSpace } from "../space/search-space.js";
import type { TrialRecord } from "../trials/trial-record.js";
import { withoutContinued } from "../trials/without-continued.js";
import { planRound, type RoundPlan } from "./plan-round.js";
import type { SearchRound } from "./round.js";

/** A round, and what draws its trials. */
export interface MadeRound extends SearchRound {
  /** Undefined where too few trials had ended. */
  readonly plan?: RoundPlan;
}

/** What a study's rounds depend on. */
export interface RoundSettings {
  readonly trialsPerRound: number;
  readonly keep: readonly string[];
}

/**
 * The rounds of a study up to the one of the trial that is proposed: each is a function of the trials before its first one, of
 * those that have ended. What the function that is returned keeps may be lost.
 */
export function makeRounds({
  trialsPerRound,
  keep,
}: RoundSettings): (request: Omit<SuggestRequest, "random">) => readonly MadeRound[] {
  let known: { seed: number; space: SearchSpace; ended: readonly TrialRecord[]; made: MadeRound }[] = [];
  return ({ space: declared, trials, number, direction, seed }) => {
    const rounds: MadeRound[] = [
      { round: 0, firstTrial: firstOf(trials, 0), space: declared, decisions: [] },
    ];
    let sampled = 0;
    for (const trial of trials.slice(0, number + 1)) {
      if (trial.fixed !== undefined) continue;
      if (sampled++ < trialsPerRound * rounds.length) continue;
      const round = rounds.length;
      const ended = withoutContinued(trials.slice(0, trial.number)).filter(hasEnded);
      const kept = known[round];
      const same =
        kept !== undefined &&
        kept.seed === seed &&
        kept.space === declared &&
        kept.ended.length === ended.length &&
        kept.ended.every((record, i) => record === ended[i]);
      const { space } = rounds.at(-1)!;
      const random = randomSource(seed, "round", round);
      const plan = same
        ? kept.made.plan
        : planRound({ declared, space, trials: ended, direction, keep, random });
      const made = {
        ...{ round, firstTrial: trial.number, space: plan?.space ?? space, decisions: plan?.decisions ?? [] },
        ...(plan !== undefined && { plan }),
      };
      if (!same) known = [...known.slice(0, round), { seed, space: declared, ended, made }];
      rounds.push(made);
    }
    return rounds;
  };
}

const hasEnded = ({ state }: TrialRecord): boolean => state !== "running" && state !== "waiting";

function firstOf(trials: readonly TrialRecord[], from: number): number {
  return trials.find(({ number, fixed }) => number >= from && fixed === undefined)?.number ?? from;
}
