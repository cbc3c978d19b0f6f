import type { RandomSource } from "../../core/index.js";
import type { Parameters } from "../space/distribution.js";
import type { SearchSpace } from "../space/search-space.js";
import type { TrialRecord } from "../trials/trial-record.js";

/** What a sampler knows when it proposes. */
export interface SuggestRequest {
  /** What is to be drawn: the whole declared space, or what a trial asks for by and by. */
  readonly space: SearchSpace;
  /** Every trial so far by number, running ones included, and with them the one that is proposed. */
  readonly trials: readonly TrialRecord[];
  readonly direction: "minimize" | "maximize";
  /** Of the trial that is proposed. */
  readonly number: number;
  /** Of the study. */
  readonly seed: number;
  /** The stream of this trial and sampler: it depends on the study's seed and the trial's number alone. */
  readonly random: RandomSource;
}

/**
 * Proposes hyperparameters. A sampler is a function of its request: what it keeps between calls is a cache that may be
 * lost, so that a study goes on bit for bit after it was killed.
 */
export interface Sampler {
  readonly name: string;
  /** A value of every parameter that exists under the values proposed. */
  suggest(request: SuggestRequest): Parameters;
  /** After how many trials it has nothing more to propose; absent where it goes on for ever. */
  size?(space: SearchSpace): number;
  /** What the study shall keep of why this trial is proposed so, by keys; absent or undefined where there is nothing. */
  notes?(request: SuggestRequest): Readonly<Record<string, unknown>> | undefined;
}
