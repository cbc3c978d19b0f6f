import type { RandomSource } from "../../core/index.js";
import type { TrialRecord } from "../trials/trial-record.js";

/** What a pruner knows of a study. */
export interface PromoteRequest {
  /** Every trial by number. */
  readonly trials: readonly TrialRecord[];
  readonly direction: "minimize" | "maximize";
}

/** What a pruner knows when it decides on a running trial. */
export interface PruneRequest extends PromoteRequest {
  /** The running trial with its reports so far. */
  readonly trial: TrialRecord;
  /** The step of the report that has just been made. */
  readonly step: number;
  readonly seed: number;
  readonly random: RandomSource;
}

/** Stops trials that will not win. Like a sampler, it is a function of its request. */
export interface Pruner {
  readonly name: string;
  shouldPrune(request: PruneRequest): boolean;
  /**
   * The number of a pruned trial that shall go on from its last checkpoint, before a new one is begun; undefined where
   * there is none.
   */
  promote?(request: PromoteRequest): number | undefined;
}
