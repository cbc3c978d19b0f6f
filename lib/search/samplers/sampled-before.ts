import type { SuggestRequest } from "./sampler.js";

/** How many trials before this one were proposed by a sampler, not enqueued: the place in a sequence or a grid. */
export function sampledBefore({ trials, number }: Pick<SuggestRequest, "trials" | "number">): number {
  let count = 0;
  for (let i = 0; i < number; i++) if (trials[i]?.fixed === undefined) count++;
  return count;
}
