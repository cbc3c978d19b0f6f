import type { Configuration } from "./configurations.js";
import type { RunMean } from "./shrink.js";

/** The mean of a configuration's repeats: the value by which it was found is left out, for it was chosen by it. */
export function repeatMean({ trials: [, ...again] }: Configuration): RunMean {
  return { mean: again.reduce((sum, { value }) => sum + value!, 0) / again.length, runs: again.length };
}
