import type { StudiedTrials } from "../sensitivity/studied-trials.js";
import type { SearchSpace } from "../space/search-space.js";
import { askedSpace } from "../trials/asked-space.js";
import type { TrialRecord } from "../trials/trial-record.js";
import { withoutContinued } from "../trials/without-continued.js";

/** A study as its checks see it. */
export interface ObservedStudy {
  /** Without what has one value alone. */
  readonly space: SearchSpace;
  /** How many the study holds, whatever became of them. */
  readonly size: number;
  /** Those that ended, each configuration once. */
  readonly trials: readonly TrialRecord[];
  readonly complete: readonly TrialRecord[];
  /** Of the complete ones, to be minimised. */
  readonly values: Float64Array;
  /** The best tenth of the complete ones, three at least, best first. */
  readonly best: readonly TrialRecord[];
  readonly direction: "minimize" | "maximize";
}

/** The ended trials of a study; of one without a declared space, what the trials asked for. */
export function observedStudy({ space, trials: all, direction }: StudiedTrials): ObservedStudy {
  const searched = (space ?? askedSpace(all)).filter(
    ({ distribution }) => distribution.type !== "choice" || distribution.choices.length > 1,
  );
  const trials = withoutContinued(all).filter(({ state }) => state !== "running" && state !== "waiting");
  const complete = trials.filter(({ state, value }) => state === "complete" && Number.isFinite(value));
  const sign = direction === "minimize" ? 1 : -1;
  const values = Float64Array.from(complete, ({ value }) => sign * value!);
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  const best = order.slice(0, Math.max(3, Math.round(order.length / 10))).map((i) => complete[i]!);
  return { space: searched, size: all.length, trials, complete, values, best, direction };
}
