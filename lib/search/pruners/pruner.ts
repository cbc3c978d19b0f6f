import type { RandomSource } from "../../core/index.js";
import type { TrialRecord } from "../trials/trial-record.js";

/** What a pruner knows when it decides. */
export interface PruneRequest {
  /** The running trial with its reports so far, the last of which has just been made. */
  readonly trial: TrialRecord;
  /** Every trial by number, the running one included. */
  readonly trials: readonly TrialRecord[];
  readonly direction: "minimize" | "maximize";
  readonly seed: number;
  readonly random: RandomSource;
}

/** Stops trials that will not win. Like a sampler, it is a function of its request. */
export interface Pruner {
  readonly name: string;
  shouldPrune(request: PruneRequest): boolean;
}
