import type { TrialRecord } from "../../trials/trial-record.js";

/** Trials by how good they are; both parts by number. */
export interface SplitTrials {
  readonly below: readonly TrialRecord[];
  readonly above: readonly TrialRecord[];
  /** How many of them have ended. */
  readonly finished: number;
}

/**
 * The best tenth of the finished trials, 25 at most, and the rest.
 *
 * A pruned trial is worse than a complete one, and the worse the earlier it was stopped. A failed one is among the
 * rest, and so is a running one (the constant liar), so that trials that run beside one another are not the same.
 *
 * @see J. Bergstra, R. Bardenet, Y. Bengio and B. Kégl, "Algorithms for Hyper-Parameter Optimization" (2011)
 */
export function splitTrials(
  trials: readonly TrialRecord[],
  direction: "minimize" | "maximize",
  proposed: number,
): SplitTrials {
  const sign = direction === "minimize" ? 1 : -1;
  const finished = trials.filter(({ state }) => state === "complete" || state === "pruned").length;
  const size = Math.min(25, Math.ceil(0.1 * finished));
  const best: { trial: TrialRecord; score: Score }[] = [];
  for (const trial of trials) {
    if (trial.state !== "complete" && trial.state !== "pruned") continue;
    const score = scoreOf(trial, sign);
    if (best.length === size && !isBetter(score, best[size - 1]!.score)) continue;
    let place = best.length;
    while (place > 0 && isBetter(score, best[place - 1]!.score)) place--;
    best.splice(place, 0, { trial, score });
    if (best.length > size) best.pop();
  }
  const below = new Set(best.map(({ trial }) => trial));
  const above = trials.filter(
    (trial) => trial.state !== "waiting" && trial.number !== proposed && !below.has(trial),
  );
  return { below: [...below].sort((a, b) => a.number - b.number), above, finished };
}

/** Compared from left to right; less is better. */
type Score = readonly [unfinished: number, value: number];

function scoreOf({ state, value, intermediate }: TrialRecord, sign: number): Score {
  if (state === "complete") return [Number.NEGATIVE_INFINITY, sign * value!];
  const last = intermediate.at(-1);
  if (last === undefined) return [1, 0];
  return [-last.step, Number.isNaN(last.value) ? Number.POSITIVE_INFINITY : sign * last.value];
}

function isBetter(a: Score, b: Score): boolean {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}
