import type { Trial } from "../../../lib/search/index.js";

/** Its bounds are the wrong way round. */
export function objective(trial: Trial): number {
  return trial.float("rate", 1, 0);
}
