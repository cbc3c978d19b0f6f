import { nearestName, randomSource, shownValue, UsageError } from "../../core/index.js";
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

/** A round that was made before, with what it was made from. */
interface Known {
  readonly seed: number;
  /** The ranges of the round before it: the declared ones, or what was made of them. */
  readonly before: SearchSpace;
  readonly ended: readonly TrialRecord[];
  readonly made: MadeRound;
}

/**
 * The rounds of a study up to the one of the trial that is proposed: each is a function of the trials before its first one, of
 * those that have ended. What the function that is returned keeps may be lost.
 *
 * @throws UsageError where a name to keep is none of the space's
 */
export function makeRounds({
  trialsPerRound,
  keep,
}: RoundSettings): (request: Omit<SuggestRequest, "random">) => readonly MadeRound[] {
  const known = new Map<number, Known>();
  return ({ space: declared, trials, number, direction, seed }) => {
    assertNames(keep, declared);
    const firstTrial = trials.find(({ fixed }) => fixed === undefined)?.number ?? 0;
    const rounds: MadeRound[] = [{ round: 0, firstTrial, space: declared, decisions: [] }];
    let sampled = 0;
    for (const trial of trials.slice(0, number + 1)) {
      if (trial.fixed !== undefined) continue;
      if (sampled++ < trialsPerRound * rounds.length) continue;
      const round = rounds.length;
      const ended = withoutContinued(trials.slice(0, trial.number)).filter(hasEnded);
      const { space } = rounds.at(-1)!;
      const kept = known.get(round);
      const same =
        kept !== undefined &&
        kept.seed === seed &&
        kept.before === space &&
        kept.ended.length === ended.length &&
        kept.ended.every((record, i) => record === ended[i]);
      const random = randomSource(seed, "round", round);
      const plan = same
        ? kept.made.plan
        : planRound({ declared, space, trials: ended, direction, keep, random });
      const made = {
        ...{ round, firstTrial: trial.number, space: plan?.space ?? space, decisions: plan?.decisions ?? [] },
        ...(plan !== undefined && { plan }),
      };
      if (!same) known.set(round, { seed, before: space, ended, made });
      rounds.push(made);
    }
    return rounds;
  };
}

const hasEnded = ({ state }: TrialRecord): boolean => state !== "running" && state !== "waiting";

/** Names that the space does not have would be kept in silence: a misspelling would not be noticed. */
function assertNames(keep: readonly string[], space: SearchSpace): void {
  const names = space.map(({ name }) => name);
  const unknown = keep.find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const meant = nearestName(unknown, names);
  throw new UsageError({
    got: `coarseToFine got keep: ${shownValue(keep)}, and the space has no "${unknown}".`,
    expected: `some of ${names.join(", ")}.`,
    fix: meant === undefined ? `remove "${unknown}".` : `write "${meant}" instead of "${unknown}".`,
  });
}
