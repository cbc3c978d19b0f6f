import { UsageError } from "../../core/index.js";
import { type Axes, axesOf, pointOf, snap } from "../gaussian-process/axes.js";
import type { SearchSpace } from "../space/search-space.js";
import { askedSpace } from "../trials/asked-space.js";
import { divergedTrials, type EndedTrials } from "../trials/diverged-trials.js";
import { evenlySpread } from "../trials/evenly-spread.js";
import type { TrialRecord } from "../trials/trial-record.js";
import { withoutContinued } from "../trials/without-continued.js";

/** What a sensitivity is computed from: a study is one. */
export interface StudiedTrials {
  /** Absent where it was not declared: then it is what the trials asked for. */
  readonly space?: SearchSpace | undefined;
  readonly trials: readonly TrialRecord[];
  readonly direction: "minimize" | "maximize";
}

/** Points and values that a surrogate is fitted to. */
export interface StudiedPoints {
  readonly axes: Axes;
  readonly points: readonly Float64Array[];
  /** To be minimised, in units of `unit`; the bad tail cut off. */
  readonly values: Float64Array;
  /** 1, but for values so large or small that their squares would leave the numbers. */
  readonly unit: number;
  readonly trials: readonly TrialRecord[];
  /** How many trials count as just at the fence: they failed, or came out beyond it. */
  readonly cut: number;
}

/** From how many trials it is told what is usual. */
const most = 24;

/**
 * The ended trials as points and values. What lies beyond three quartile distances above the third quartile, what diverged and what
 * failed counts as lying there: else the trials that diverged would be all that the shares speak of. Usual is what is usual in the
 * space: were it told from a crowd at the optimum, most of the space would lie beyond.
 *
 * @see J. Tukey, "Exploratory Data Analysis" (1977), on the outer fence
 */
export function studiedPoints(
  { space, trials, direction }: StudiedTrials,
  functionName: string,
): StudiedPoints {
  const axes = axesOf(space ?? askedSpace(trials));
  const sign = direction === "minimize" ? 1 : -1;
  const ended = withoutContinued(trials).filter(({ state }) => state === "complete" || state === "failed");
  const isTold = ({ state, value }: TrialRecord): boolean => state === "complete" && Number.isFinite(value);
  const complete = ended.filter(isTold);
  if (complete.length < 8) throw tooFew(functionName, complete.length, trials);
  const unit = unitOf(complete);
  const told = ended.map((trial) =>
    isTold(trial) ? (sign * trial.value!) / unit : Number.POSITIVE_INFINITY,
  );
  const fence = usualFence({
    space: axes.space,
    trials: ended,
    complete,
    values: told.filter(Number.isFinite),
  });
  return {
    axes,
    points: ended.map(({ parameters }) => snap(axes, pointOf(axes, parameters))),
    values: Float64Array.from(told, (value) => Math.min(value, fence)),
    trials: ended,
    unit,
    cut: told.filter((value) => value > fence).length,
  };
}

/** Beyond which nothing usual lies. */
function usualFence(study: EndedTrials): number {
  const diverged = divergedTrials(study);
  const values = new Map(study.complete.map((trial, i) => [trial, study.values[i]!]));
  const stable = study.complete.filter((trial) => !diverged.has(trial));
  const sorted = evenlySpread(stable, study.space, Math.min(most, Math.ceil(stable.length / 2)))
    .map((i) => values.get(stable[i]!)!)
    .sort((a, b) => a - b);
  const quartile = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!;
  return quartile(0.75) + 3 * (quartile(0.75) - quartile(0.25));
}

function tooFew(functionName: string, complete: number, trials: readonly TrialRecord[]): UsageError {
  const pruned = trials.filter(({ state }) => state === "pruned").length;
  const failed = trials.filter(({ state }) => state === "failed").length;
  const others = [...(pruned > 0 ? [`${pruned} pruned`] : []), ...(failed > 0 ? [`${failed} failed`] : [])];
  return new UsageError({
    got: `${functionName} got a study with ${complete} complete trial${complete === 1 ? "" : "s"}${others.length > 0 ? `, ${others.join(" and ")}` : ""}.`,
    expected: "8 complete trials or more; some 50 for an answer that is worth having.",
    fix:
      pruned > complete
        ? "take a study without a pruner, over fewer epochs if need be: what was stopped early has no value to compare."
        : failed > complete
          ? "see why trials fail: study.trials[0].failure, and checkStudy(study)."
          : "run more trials first: study.optimize(objective, { trials: 50 }).",
  });
}

/** A power of two near the largest value, where squares need one: it changes no digit. */
function unitOf(complete: readonly TrialRecord[]): number {
  const largest = complete.reduce((most, { value }) => Math.max(most, Math.abs(value!)), 0);
  if (largest === 0 || (largest > 1e-100 && largest < 1e100)) return 1;
  return 2 ** Math.max(-1022, Math.floor(Math.log2(largest)));
}
