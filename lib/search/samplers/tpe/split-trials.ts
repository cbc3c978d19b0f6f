import type { TrialRecord } from "../../trials/trial-record.js";

/** Trials by how good they are; both parts by number. */
export interface SplitTrials {
  readonly below: readonly TrialRecord[];
  readonly above: readonly TrialRecord[];
  /** How many of them have ended, and how many of those were not stopped early. */
  readonly finished: number;
  readonly complete: number;
}

/**
 * The best tenth of the finished trials, 25 at most, and the rest.
 *
 * A pruned trial is worse than a complete one, and the worse the earlier it was stopped. Where trials are stopped early, the best are
 * no more than a quarter of the complete ones, for which alone the end is known, but 4 at least. A failed one is among the
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
  const hasEnded = ({ state }: TrialRecord) => state === "complete" || state === "pruned";
  let [finished, complete] = [0, 0];
  for (const trial of trials) {
    if (hasEnded(trial)) finished++;
    if (trial.state === "complete") complete++;
  }
  const tenth = Math.min(25, Math.ceil(0.1 * finished));
  const size = complete < finished ? Math.min(tenth, Math.max(4, Math.ceil(complete / 4))) : tenth;
  const best: TrialRecord[] = [];
  for (const trial of trials) {
    if (!hasEnded(trial)) continue;
    let place = best.length;
    while (place > 0 && isBetter(trial, best[place - 1]!, sign)) place--;
    if (place === size) continue;
    best.splice(place, 0, trial);
    if (best.length > size) best.pop();
  }
  const below = best.sort((a, b) => a.number - b.number);
  const above: TrialRecord[] = [];
  let next = 0;
  for (const trial of trials)
    if (trial === below[next]) next++;
    else if (trial.state !== "waiting" && trial.number !== proposed) above.push(trial);
  return { below, above, finished, complete };
}

function isBetter(a: TrialRecord, b: TrialRecord, sign: number): boolean {
  if (a.state === "complete" && b.state === "complete") return sign * a.value! < sign * b.value!;
  if (a.state !== b.state) return a.state === "complete";
  const [stepA, stepB] = [a, b].map(({ intermediate }) => intermediate.at(-1)?.step ?? -1);
  if (stepA !== stepB) return stepA! > stepB!;
  const [valueA, valueB] = [a, b].map(({ value }) =>
    value === undefined ? Number.POSITIVE_INFINITY : sign * value,
  );
  return valueA! < valueB!;
}
