import { checkOptions, UsageError } from "../../core/index.js";
import { likelyPlaces } from "../coarse-to-fine/likely-places.js";
import { makeRounds } from "../coarse-to-fine/make-rounds.js";
import { beside } from "../coarse-to-fine/place-draws.js";
import { roundAttributes } from "../coarse-to-fine/round-attributes.js";
import type { Axes } from "../gaussian-process/axes.js";
import type { Parameters, ParameterValue } from "../space/distribution.js";
import { existsUnder } from "../space/exists-under.js";
import { fromUnit } from "../space/from-unit.js";
import { toUnit } from "../space/to-unit.js";
import { random } from "./random.js";
import { sampledBefore } from "./sampled-before.js";
import type { Sampler, SuggestRequest } from "./sampler.js";

/** How a search goes from coarse to fine. */
export interface CoarseToFineOptions {
  /** Trials in each round; defaults to 20. */
  readonly trialsPerRound?: number;
  /** Hyperparameters whose ranges stay as declared; defaults to none. */
  readonly keep?: readonly string[];
}

/** How many trials of a later round are drawn evenly from its ranges: what the others take for settled is tried once more. */
const evenShare = 0.1;

/**
 * Searches at random in rounds, each in ranges that the trials before it leave open: for each hyperparameter the range is kept,
 * narrowed, shifted, widened again, switched to logarithms or dropped, with the evidence in the study.
 *
 * The first round draws evenly from the declared space. A later one draws where a function that agrees with all trials so far may have
 * its optimum, and one trial in ten evenly from its ranges, so that the next round can take a decision back. `searchRounds` tells
 * all rounds of a study with their evidence.
 *
 * @param options.trialsPerRound - trials in each round; defaults to 20
 * @param options.keep - hyperparameters whose ranges stay as declared; defaults to none
 * @throws UsageError for fewer than 4 trials in a round
 * @example
 * coarseToFine({ trialsPerRound: 20 }).name; // "coarse-to-fine"
 */
export function coarseToFine(options: CoarseToFineOptions = {}): Sampler {
  checkOptions("coarseToFine", options, ["trialsPerRound", "keep"]);
  const { trialsPerRound = 20, keep = [] } = options;
  if (!Number.isInteger(trialsPerRound) || trialsPerRound < 4)
    throw new UsageError({
      got: `coarseToFine got trialsPerRound: ${trialsPerRound}.`,
      expected: "a whole number from 4: fewer trials say nothing of where to go on.",
      fix: "write coarseToFine({ trialsPerRound: 20 }).",
    });
  const roundsOf = makeRounds({ trialsPerRound, keep });
  const evenly = random();
  const placeOf = likelyPlaces();
  return {
    name: "coarse-to-fine",
    suggest(request): Parameters {
      const round = Math.floor(sampledBefore(request) / trialsPerRound);
      const made = round === 0 ? undefined : roundsOf(request).at(round);
      if (made?.plan === undefined) return evenly.suggest(request);
      const { plan, space } = made;
      if (request.random() < evenShare) return evenly.suggest({ ...request, space });
      return near(placeOf(plan.axes, request), request, space, plan.axes);
    },
    notes: (request) =>
      sampledBefore(request) % trialsPerRound === 0 ? roundAttributes(roundsOf(request).at(-1)!) : undefined,
  };
}

/** Near a place where the optimum may lie, within the round's ranges. */
function near(
  place: Float64Array,
  { random }: SuggestRequest,
  space: SuggestRequest["space"],
  axes: Axes,
): Parameters {
  const point = beside(axes, place, 0.02, random);
  const drawn: Record<string, ParameterValue> = {};
  for (const parameter of space) {
    const { name, distribution } = parameter;
    const share = random();
    if (!existsUnder(parameter, drawn)) continue;
    const k = axes.list.findIndex((axis) => axis.name === name);
    if (k < 0 || point[k]! < 0) drawn[name] = fromUnit(distribution, share);
    else {
      const value = fromUnit(axes.list[k]!.distribution, Math.min(1, Math.max(0, point[k]!)));
      const unit =
        distribution.type === "choice" ? distribution.choices.indexOf(value) : toUnit(distribution, value);
      drawn[name] =
        distribution.type === "choice"
          ? unit < 0
            ? fromUnit(distribution, share)
            : value
          : fromUnit(distribution, Math.min(1, Math.max(0, unit)));
    }
  }
  return drawn;
}
