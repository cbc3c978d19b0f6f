import { UsageError } from "../../core/index.js";
import { assertOptions } from "../options/assert-options.js";
import { countRule } from "../options/option-rules.js";
import type { CoarseToFineOptions } from "../samplers/coarse-to-fine.js";
import type { StudiedTrials } from "../sensitivity/studied-trials.js";
import type { TrialRecord } from "../trials/trial-record.js";
import { makeRounds } from "./make-rounds.js";
import type { SearchRound } from "./round.js";

/**
 * The rounds of a study that `coarseToFine` searched, and the one that would come next where the last is full: their ranges,
 * the decisions on each hyperparameter, and the evidence.
 *
 * They are worked out from the trials, so the options must be those of the sampler; for a study of another sampler they are what
 * `coarseToFine` would have decided.
 *
 * @param study - with a declared space
 * @param options.trialsPerRound - trials in each round; defaults to 20
 * @param options.keep - hyperparameters whose ranges stay as declared; defaults to none
 * @throws UsageError where the space was not declared, or a name to keep is none of its
 * @example
 * const study = await createStudy({ name: "rate", space: space({ rate: float(0, 1) }), sampler: coarseToFine() });
 * await study.optimize(({ parameters: { rate } }) => (rate - 0.2) ** 2, { trials: 20 });
 * searchRounds(study)[1].decisions[0].action; // "narrow"
 */
export function searchRounds(
  study: StudiedTrials & { readonly seed: number },
  options: CoarseToFineOptions = {},
): SearchRound[] {
  assertOptions("searchRounds", options, {
    trialsPerRound: countRule("trialsPerRound", 4, 20),
    keep: {
      allows: Array.isArray,
      expected: "a list of hyperparameters' names.",
      fix: 'write keep: ["batchSize"], or leave it out.',
    },
  });
  const { trialsPerRound = 20, keep = [] } = options;
  const { space, trials, direction, seed } = study;
  if (space === undefined)
    throw new UsageError({
      got: "searchRounds got a study without a declared space.",
      expected: "ranges that were declared, for rounds to narrow.",
      fix: "write createStudy({ space: space({ … }), sampler: coarseToFine() }).",
    });
  const number = trials.length;
  // The next trial, as it would be: with it, a round that is full shows what it decides.
  const next: TrialRecord = {
    ...{ number, state: "running", parameters: {}, distributions: {}, intermediate: [], attempt: 1 },
    attributes: {},
  };
  const rounds = makeRounds({ trialsPerRound, keep })({
    space,
    trials: [...trials, next],
    number,
    direction,
    seed,
  });
  return rounds.map(({ round, firstTrial, space, decisions }) => ({ round, firstTrial, space, decisions }));
}
