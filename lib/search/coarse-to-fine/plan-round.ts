import type { RandomSource } from "../../core/index.js";
import { type Axes, axesOf, existsAt, pointOf, snap } from "../gaussian-process/axes.js";
import { type ObservedValues, observedValues } from "../samplers/observed-values.js";
import { sensitivity } from "../sensitivity/sensitivity.js";
import type { Distribution, ParameterValue } from "../space/distribution.js";
import { fromUnit } from "../space/from-unit.js";
import type { SearchSpace, SpaceParameter } from "../space/search-space.js";
import type { TrialRecord } from "../trials/trial-record.js";
import { decideChoice } from "./decide-choice.js";
import { decideRange } from "./decide-range.js";
import { decisionSentence } from "./decision-sentence.js";
import { bestOf, halfOf } from "./parts.js";
import { placeDraws } from "./place-draws.js";
import { rangeEvidence } from "./range-evidence.js";
import type { RangeAction, RangeDecision } from "./round.js";

/** A round as it is made: where it draws, and why. */
export interface RoundPlan {
  readonly space: SearchSpace;
  readonly decisions: readonly RangeDecision[];
  readonly axes: Axes;
}

/** What a round is planned from. */
export interface PlanRequest {
  /** As it was declared. */
  readonly declared: SearchSpace;
  /** Of the round before. */
  readonly space: SearchSpace;
  readonly trials: readonly TrialRecord[];
  readonly direction: "minimize" | "maximize";
  /** Hyperparameters whose ranges stay. */
  readonly keep: readonly string[];
  readonly random: RandomSource;
}

const draws = 200;
/** More than the process' own, which is surer of itself than it should be after few trials. */
const possibleDoubt = 2;
/** A hyperparameter is dropped that explains less than this share, by the upper end of its interval, on so many trials. */
const idleShare = 0.02;
const trialsToDrop = 50;
/** And whose length-scale in the surrogate is three ranges or more: 1 over its square. */
const idleScale = 1 / 9;
/** Trials that the ranges hold, whatever the surrogate says. */
const goodShare = 0.2;
/** So many trials and a surrogate tells something. */
const leastTrials = 4;

/** Decides on every range, from all trials so far; undefined where too few of them ended. */
export function planRound(request: PlanRequest): RoundPlan | undefined {
  const { declared, space, keep, random } = request;
  const whole = declared.map((parameter, i) => withLog(parameter, space[i]!.distribution));
  const axes = axesOf(whole);
  const observed = observedValues({ ...request, space: declared });
  if (observed.trials.length < leastTrials || axes.list.length === 0) return undefined;
  const halves = [0, 1].map((side) => halfOf(observed, side));
  const { draw, scales } = placeDraws(axes, observed, random);
  const possible = draw({ draws, doubt: possibleDoubt, random });
  const foretold = halves.map((part) =>
    part.trials.length < leastTrials
      ? []
      : placeDraws(axes, part, random).draw({ draws, doubt: possibleDoubt, random }),
  );
  const best = bestOf(observed, goodShare).map((i) =>
    snap(axes, pointOf(axes, observed.trials[i]!.parameters)),
  );
  const idle = idleNames(request);
  const decisions = axes.list.map(({ name, distribution: range }, k): RangeDecision => {
    const before = space.find((parameter) => parameter.name === name)!.distribution;
    const placesOf = (points: readonly Float64Array[]) =>
      points.filter((point) => existsAt(axes.list, point, k)).map((point) => point[k]!);
    const { action, after, optimum } =
      keep.includes(name) || isDropped(range, before)
        ? { action: "keep" as const, after: before, optimum: [] }
        : idle.has(name) && scales[k]! < idleScale
          ? drop(observed, name, before)
          : propose(range, before, placesOf(possible), placesOf(best));
    const evidence = rangeEvidence({
      ...{ name, range, before, after, optimum, observed, halves },
      foretold: foretold.map((points) => placesOf(points)),
    });
    const decision = { name, action, before, after, evidence };
    return { ...decision, sentence: decisionSentence(decision, range) };
  });
  const next = space.map((parameter) => {
    const decision = decisions.find(({ name }) => name === parameter.name);
    return decision === undefined ? parameter : { ...parameter, distribution: decision.after };
  });
  return { space: next, decisions, axes };
}

interface Proposed {
  readonly action: RangeAction;
  readonly after: Distribution;
  readonly optimum: readonly ParameterValue[];
}

function propose(
  range: Distribution,
  before: Distribution,
  places: readonly number[],
  best: readonly number[],
): Proposed {
  if (places.length === 0) return { action: "keep", after: before, optimum: [] };
  if (range.type === "choice" || before.type === "choice")
    return decideChoice(
      range as typeof range & { type: "choice" },
      before as typeof range & { type: "choice" },
      places,
      best,
    );
  const { action, after, optimum } = decideRange(range, before, places, best);
  return { action, after, optimum: optimum.map((place) => fromUnit(range, place)) };
}

/** At the value of the best trial that has it. */
function drop({ trials, values }: ObservedValues, name: string, before: Distribution): Proposed {
  const having = [...trials.keys()].filter((i) => name in trials[i]!.parameters);
  const value =
    trials[having.reduce((a, b) => (values[b]! < values[a]! ? b : a), having[0]!)]?.parameters[name];
  if (value === undefined) return { action: "keep", after: before, optimum: [] };
  return { action: "drop", after: { type: "choice", choices: [value] }, optimum: [value] };
}

const isDropped = (range: Distribution, before: Distribution): boolean =>
  before.type === "choice" && before.choices.length === 1 && range.type !== "choice";

function idleNames({ declared, trials, direction }: PlanRequest): Set<string> {
  if (trials.filter(({ state }) => state === "complete").length < trialsToDrop) return new Set();
  const { parameters } = sensitivity({ space: declared, trials, direction }, { resamples: 60 });
  const idle = parameters.filter(({ verdict, total }) => verdict === "none" && total.high < idleShare);
  return new Set(idle.map(({ name }) => name));
}

/** The declared range, in logarithms where an earlier round switched to them. */
function withLog(parameter: SpaceParameter, now: Distribution): SpaceParameter {
  const { distribution } = parameter;
  if (distribution.type === "choice" || now.type === "choice" || !now.log) return parameter;
  return { ...parameter, distribution: { ...distribution, log: true } };
}
