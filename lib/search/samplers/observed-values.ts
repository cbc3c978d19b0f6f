import { foretoldEnds } from "../curves/foretold-ends.js";
import type { TrialRecord } from "../trials/trial-record.js";
import { withoutContinued } from "../trials/without-continued.js";
import type { SuggestRequest } from "./sampler.js";

/** Trials that say something of the objective, and what: less is better. */
export interface ObservedValues {
  readonly trials: readonly TrialRecord[];
  readonly values: Float64Array;
}

/** The same of a study, in which some were stopped early. */
export interface StudyValues extends ObservedValues {
  /** Of each, whether its value is more than a guess: false for a pruned one that is not foretold to end worse than half. */
  readonly telling: readonly boolean[];
}

/**
 * The ended trials of a space by number, with values to be minimised. One that failed counts as the worst that finished, and
 * one that was pruned as where it is foretold to end, or while too few finished, as what it reported; but not as better than
 * half of those that finished: a model keeps away from both.
 */
export function observedValues({
  trials: all,
  direction,
  space,
}: Pick<SuggestRequest, "trials" | "direction" | "space">): StudyValues {
  const trials = withoutContinued(all);
  const sign = direction === "minimize" ? 1 : -1;
  const finished = trials
    .filter(({ state, value }) => state === "complete" && Number.isFinite(value))
    .map(({ value }) => sign * value!)
    .sort((a, b) => a - b);
  const worst = finished.at(-1);
  if (worst === undefined) return { trials: [], values: new Float64Array(0), telling: [] };
  const median = finished[Math.floor((finished.length - 1) / 2)]!;
  const ended = trials.filter(
    ({ state, parameters }) =>
      (state === "complete" || state === "pruned" || state === "failed") &&
      space.some(({ name }) => name in parameters),
  );
  const foretold = foretoldEnds(ended, sign);
  const values = Float64Array.from(ended, ({ number, state, value }) => {
    if (state === "failed" || value === undefined || !Number.isFinite(value)) return worst;
    return state === "pruned" ? Math.max(foretold.get(number) ?? sign * value, median) : sign * value;
  });
  const telling = ended.map(
    ({ number, state }) => state !== "pruned" || (foretold.get(number) ?? Number.NEGATIVE_INFINITY) > median,
  );
  return { trials: ended, values, telling };
}
