import type { TrialRecord } from "../../trials/trial-record.js";

/** Trials and how much each counts. */
export interface WeightedTrials {
  readonly trials: readonly TrialRecord[];
  readonly weights: Float64Array;
}

/** More kernels make an estimate slower and not better. */
const most = 300;
const newest = 100;

/**
 * Weighs trials by number: the last 25 fully, those before the less the older they are. Of very many, every kth of the
 * older ones stands for its neighbours.
 *
 * @see J. Bergstra and others, hyperopt (2013), on linear forgetting
 */
export function thin(trials: readonly TrialRecord[]): WeightedTrials {
  const all = trials.length;
  const kept = Math.min(all, most);
  const older = all - newest;
  const share = all > most ? older / (most - newest) : 1;
  const weights = new Float64Array(kept);
  const chosen = new Array<TrialRecord>(kept);
  for (let i = 0; i < kept; i++) {
    const place = all > most && i < most - newest ? Math.floor((i + 0.5) * share) : all - kept + i;
    weights[i] = weightOf(place, all) * (place < older ? share : 1);
    chosen[i] = trials[place]!;
  }
  return { trials: chosen, weights };
}

function weightOf(place: number, all: number): number {
  const old = all - 25;
  if (place >= old) return 1;
  return old === 1 ? 1 / all : 1 / all + ((1 - 1 / all) * place) / (old - 1);
}
