import type { Parameters, ParameterValue } from "../space/distribution.js";
import type { RangeOptions } from "../space/make-distribution.js";

/** A running trial, as its objective sees it. */
export interface Trial<Values = Parameters> {
  /** The trial's place in the study, from 0. */
  readonly number: number;
  /** Seed for the trial's own random choices, such as weights and the order of samples; a whole number in 0 … 2³² − 1. */
  readonly seed: number;
  /** 1, and 1 more each time the trial was begun again because its process ended. */
  readonly attempt: number;
  /** The hyperparameters: all of a declared space, or those asked for so far. Frozen. */
  readonly parameters: Values;
  /** What `checkpoint` was last given by an earlier attempt, or before a pruner stopped the trial; undefined on a fresh start. */
  readonly resumeFrom: unknown;
  /** Aborted when the study is stopped. */
  readonly signal: AbortSignal;
  /**
   * Draws a number between two bounds, both included; asked again for the same name, gives the same number.
   *
   * @throws UsageError for bounds that `float` would refuse, and for a name that was drawn otherwise
   */
  float(name: string, low: number, high: number, options?: RangeOptions): number;
  /** The same for a whole number, as `int` declares it. */
  int(name: string, low: number, high: number, options?: RangeOptions): number;
  /** The same for one of several things without an order, as `choice` declares it. */
  choice<const Choices extends readonly ParameterValue[]>(name: string, choices: Choices): Choices[number];
  /**
   * Records how the objective stands, for pruners and learning curves.
   *
   * @param value - what would be returned if the trial ended here
   * @param step - a whole number from 0, mostly the epoch; a second report of a step replaces the first
   */
  report(value: number, step: number): Promise<void>;
  /** Whether the pruner would stop the trial at its last report; after true it ends as pruned, whatever is returned. */
  shouldPrune(): Promise<boolean>;
  /**
   * Keeps what the trial can go on from, for `resumeFrom`.
   *
   * @param handle - anything that JSON holds, mostly the path of a checkpoint
   */
  checkpoint(handle: unknown): Promise<void>;
  /** Attaches a value under a name, which may be anything that JSON holds. */
  attribute(name: string, value: unknown): void;
}
