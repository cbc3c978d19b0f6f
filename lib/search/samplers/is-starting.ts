import { lastStep } from "../curves/score-at.js";
import { withoutContinued } from "../trials/without-continued.js";
import { sampledBefore } from "./sampled-before.js";
import type { SuggestRequest } from "./sampler.js";

/**
 * Whether a model does not have enough to go by yet: fewer trials were drawn than it starts with, or, where trials are stopped
 * early, fewer steps were taken than so many whole trainings take. Otherwise it would settle on the first few that a pruner
 * let go on.
 */
export function isStarting(request: Pick<SuggestRequest, "trials" | "number">, startTrials: number): boolean {
  if (sampledBefore(request) < startTrials) return true;
  const ended = withoutContinued(request.trials).filter(({ state }) => state !== "running");
  if (!ended.some(({ state }) => state === "pruned")) return false;
  let [taken, whole] = [0, Number.POSITIVE_INFINITY];
  for (const trial of ended) {
    taken += lastStep(trial);
    if (trial.state === "complete") whole = Math.min(whole, lastStep(trial));
  }
  return taken < startTrials * whole;
}
