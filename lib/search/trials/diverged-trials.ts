import { quantile } from "../../core/index.js";
import type { SearchSpace } from "../space/search-space.js";
import { evenlySpread } from "./evenly-spread.js";
import type { TrialRecord } from "./trial-record.js";

/** Trials that ended. */
export interface EndedTrials {
  readonly space: SearchSpace;
  readonly trials: readonly TrialRecord[];
  readonly complete: readonly TrialRecord[];
  /** Of the complete ones, to be minimised. */
  readonly values: ArrayLike<number>;
}

/** From how many trials it is told what is usual. */
const most = 24;
/** As Tukey's outer fence lies off the median of a normal distribution, in distances from there to the lower quartile. */
const reach = 7;
/** What diverged is so many times as far from the best as what is worst of the others: else the objective merely grows. */
const leap = 3;

/**
 * The trials that failed, and those that came out far beyond the others: what is usual is told from the better half of some that
 * are spread evenly, for half of the space may diverge.
 */
export function divergedTrials({ trials, complete, values, space }: EndedTrials): ReadonlySet<TrialRecord> {
  const diverged = new Set(trials.filter(({ state }) => state === "failed"));
  const spread = evenlySpread(complete, space, Math.min(most, Math.ceil(complete.length / 2)));
  const usual = spread.map((i) => values[i]!).sort((a, b) => a - b);
  if (usual.length < 4) return diverged;
  const [quartile, median] = [quantile(usual, 0.25), quantile(usual, 0.5)];
  if (median === quartile) return diverged;
  const fence = median + reach * (median - quartile);
  const all = Array.from(values);
  const best = all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const worst = all.reduce((a, b) => (b <= fence ? Math.max(a, b) : a), best);
  const least = all.reduce((a, b) => (b > fence ? Math.min(a, b) : a), Number.POSITIVE_INFINITY);
  if (least - best < leap * (worst - best)) return diverged;
  all.forEach((value, i) => {
    if (value > fence) diverged.add(complete[i]!);
  });
  return diverged;
}
